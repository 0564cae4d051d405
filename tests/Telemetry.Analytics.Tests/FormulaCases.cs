using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Baseline;
using Telemetry.Analytics.Indicators.Climate;
using static Telemetry.Analytics.Tests.IndicatorCases;

namespace Telemetry.Analytics.Tests;

/// <summary>The small cases of <c>cases/indicator-cases</c>: climate, fits and savings.</summary>
public sealed class FormulaCases
{
    private static readonly DateTimeOffset From = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [MemberData(nameof(Of), "degree_days", MemberType = typeof(IndicatorCases))]
    public void DegreeDays_BothMethods(int place)
    {
        var (input, expected) = Case("degree_days", place);
        var (min, max, at) = (Number(input, "tn"), Number(input, "tx"), Number(input, "base"));

        Close(Number(expected, "heating_meteo"), DegreeDays.MeanHeating(min, max, at));
        Close(Number(expected, "heating_professional"), DegreeDays.ProfessionalHeating(min, max, at));
        Close(Number(expected, "cooling_professional"), DegreeDays.ProfessionalCooling(min, max, at));
    }

    [Theory]
    [MemberData(nameof(Of), "climate_adjustment", MemberType = typeof(IndicatorCases))]
    public void ClimateAdjustment_ThreeParts(int place)
    {
        var (input, expected) = Case("climate_adjustment", place);
        var climate = new ClimateAdjustment(
            Number(input, "heating_dd_year"), Number(input, "heating_dd_mean"), Number(input, "cooling_dd_year"), Number(input, "cooling_dd_mean"));

        var figure = climate.Of(Energy(Number(input, "heating_kwh")), Energy(Number(input, "cooling_kwh")), Energy(Number(input, "other_kwh")));

        Close(Number(expected, "adjusted_kwh"), figure.Value);
        Close(Number(expected, "factor"), figure.Value / figure.Lines.Sum(line => line.Quantity));
        Close(figure.Value, figure.Lines.Sum(line => line.Result));
    }

    [Theory]
    [MemberData(nameof(Of), "metrics", MemberType = typeof(IndicatorCases))]
    public void FitStatistics_EachDefinition(int place)
    {
        var (input, expected) = Case("metrics", place);

        var fit = FitStatistics.Of(
            Numbers(input.GetProperty("observed")).ToArray(), Numbers(input.GetProperty("predicted")).ToArray(), input.GetProperty("explanatory_variables").GetInt32());

        Close(Number(expected, "r2_residual_based"), fit.R2);
        Close(Number(expected, "r2_adjusted"), fit.R2Adjusted);
        Close(Number(expected, "rmse"), fit.Rmse);
        Close(Number(expected, "cvrmse_n"), fit.CvRmseN);
        Close(Number(expected, "cvrmse_n_minus_p"), fit.CvRmseNMinusP);
        Close(Number(expected, "cvrmse_n_minus_p_minus_1"), fit.CvRmse);
        Close(Number(expected, "nmbe_predicted_minus_observed_over_n"), fit.Nmbe);
        Close(Number(expected, "mae"), fit.Mae);
        Close(Number(expected, "lag1_autocorrelation"), fit.Rho);
        Close(Number(expected, "effective_n"), fit.EffectiveN);
    }

    [Theory]
    [MemberData(nameof(Of), "savings_uncertainty", MemberType = typeof(IndicatorCases))]
    public void SavingsUncertainty_Daily(int place)
    {
        var (input, expected) = Case("savings_uncertainty", place);
        var (n, p, rmse) = (input.GetProperty("baseline_days").GetInt32(), input.GetProperty("explanatory_variables").GetInt32(), Number(input, "rmse_adjusted_n_minus_p"));
        var fit = new FitStatistics
        {
            N = n,
            P = p,
            Mean = Number(input, "mean_daily_use"),
            Sse = rmse * rmse * (n - p),
            Rho = Number(input, "lag1_autocorrelation"),
            Sst = 0,
            Bias = 0,
            Mae = 0,
            SquaredCorrelation = 0,
        };

        Close(Number(expected, "effective_n"), fit.EffectiveN);
        Close(Number(expected, "t_two_sided"), SavingsUncertainty.T(n, p, Number(input, "confidence")));
        Close(Number(expected, "band"), SavingsUncertainty.Band(fit, input.GetProperty("reporting_days").GetInt32(), Number(input, "confidence")));
    }

    private static Figure Energy(double kWh) => new() { Value = kWh, Unit = "kWh", From = From, To = From.AddYears(1), Coverage = 1 };
}
