using MathNet.Numerics.Statistics;
using Telemetry.Analytics.Indicators.Baseline;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Indicators.Anomalies;

/// <summary>Closed days heated as if they were open.</summary>
/// <remarks>
/// Ours. The signature (3PH) of the open days says what heating a day of that temperature takes. On a closed day, half of it may be needed against frost and to
/// start again; use above base + half, by more than a quarter of the heating and one RMSE, is in excess. Neighbouring days make one alert.
/// </remarks>
public static class HeatingWhileClosed
{
    private const double Setback = 0.5;
    private const double Margin = 0.25;
    private const int LeastWarmDays = 5;

    /// <summary>The runs of closed days in excess, in order; empty when the open days show no dependence on temperature.</summary>
    /// <param name="days">Use of the heating meter by day, in time order.</param>
    /// <param name="opens">Whether the building opens on a day.</param>
    /// <param name="zone">Whose days.</param>
    public static IReadOnlyList<Anomaly> Find(IReadOnlyList<DailyUse> days, Func<DateOnly, bool> opens, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(opens);
        var (open, shut) = (new List<DailyUse>(days.Count), new List<DailyUse>());
        foreach (var day in days)
        {
            (opens(day.Day) ? open : shut).Add(day);
        }

        var model = ChangePoints.Fit(open, ModelKind.ThreeParameterHeating, rising: true);
        if (model is null || !BaselineGate.DependsOnTemperature(model))
        {
            return [];
        }

        var closed = shut.FindAll(day => day.Usable);
        var warm = closed.Where(day => day.Temperature >= model.HeatingPoint).Select(day => day.Use).ToList();
        var floor = warm.Count >= LeastWarmDays ? Math.Min(warm.Median(), model.Intercept) : model.Intercept;
        var runs = new List<List<(DailyUse Day, double Expected)>>();
        foreach (var day in closed)
        {
            var heating = model.Heating(day.Temperature);
            var expected = floor + (Setback * heating);
            if (day.Use - expected <= Math.Max(Margin * heating, model.Statistics.Rmse))
            {
                continue;
            }

            if (runs.Count == 0 || runs[^1][^1].Day.Day.AddDays(1) != day.Day)
            {
                runs.Add([]);
            }

            runs[^1].Add((day, expected));
        }

        return [.. runs.Select(run => Alert(run, zone))];
    }

    private static Anomaly Alert(List<(DailyUse Day, double Expected)> run, TimeZoneInfo zone)
    {
        var (used, expected) = (run.Sum(one => one.Day.Use), run.Sum(one => one.Expected));
        return new Anomaly(
            AnomalyKind.HeatingWhileClosed, CivilDays.Start(run[0].Day.Day, zone), CivilDays.End(run[^1].Day.Day, zone), used - expected, "kWh", ByYear: false)
        {
            Evidence = [new FigureLine("Observed", run.Count, "d", null, used), new FigureLine("Expected", run.Count, "d", null, expected)],
        };
    }
}
