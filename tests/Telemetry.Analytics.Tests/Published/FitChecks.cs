using System.Text.Json;
using Telemetry.Analytics.Indicators.Baseline;

namespace Telemetry.Analytics.Tests.Published;

/// <summary>Compares a whole set of fit statistics.</summary>
internal static class FitChecks
{
    internal static void Statistics(string what, JsonElement stats, FitStatistics ours, double relative)
    {
        Assert.Equal(stats.GetProperty("n").GetInt32(), ours.N);
        void Check(string name, double value, double scale)
        {
            var published = stats.GetProperty(name).GetDouble();
            Reproduction.Check($"{what}: {name}", published, value, relative * Math.Max(Math.Abs(published), scale));
        }

        Check("mean", ours.Mean, 0);
        Check("r2", ours.R2, 1);
        Check("rmse", ours.Rmse, 0);
        Check("cvrmse", ours.CvRmseN, 0);
        Check("nmbe", ours.Nmbe, 1);
        Check("rho_lag1", ours.Rho, 1);
    }

    /// <summary>The statistics that depend on the count of variables, where both count alike.</summary>
    internal static void Denominators(string what, JsonElement stats, FitStatistics ours, double relative)
    {
        Assert.Equal(stats.GetProperty("p").GetInt32(), ours.P);
        Reproduction.Check($"{what}: CV(RMSE) n-p", stats.GetProperty("cvrmse_n_minus_p").GetDouble(), ours.CvRmseNMinusP, relative * ours.CvRmseN);
        Reproduction.Check($"{what}: CV(RMSE) n-p-1", stats.GetProperty("cvrmse_n_minus_p_minus_1").GetDouble(), ours.CvRmse, relative * ours.CvRmseN);
        Reproduction.Check($"{what}: adjusted R2", stats.GetProperty("r2_adj").GetDouble(), ours.R2Adjusted, relative);
    }
}
