namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>Cumulative sum of what was used − what the baseline expected: a straight slope is a lasting change, and its bend is its date.</summary>
/// <remarks>
/// Detection by the tabular sum of Page (1954) with the usual slack k = 0.5 σ; limit h = 8 σ. Days resemble the day before, so σ is widened by
/// √((1 + ρ) ÷ (1 − ρ)), else mild weather alone would raise alarms.
/// </remarks>
public static class Cusum
{
    private const double Slack = 0.5;
    private const double Limit = 8;

    /// <summary>The running sum at each usable day, in the unit of the use.</summary>
    public static IReadOnlyList<(DateOnly Day, double Sum)> Of(TemperatureModel model, IEnumerable<DailyUse> days)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(days);
        var sum = 0.0;
        return [.. days.Where(day => day.Usable).Select(day => (day.Day, sum += day.Use - model.Predict(day.Temperature)))];
    }

    /// <summary>Lasting departures, upwards and downwards, in order; empty when the model has no spread to judge by.</summary>
    /// <param name="model">The baseline.</param>
    /// <param name="days">In time order.</param>
    public static IReadOnlyList<Drift> Drifts(TemperatureModel model, IEnumerable<DailyUse> days)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(days);
        var rho = Math.Clamp(double.IsNaN(model.Statistics.Rho) ? 0 : model.Statistics.Rho, 0, 0.95);
        var sigma = model.Statistics.RmseAdjusted * Math.Sqrt((1 + rho) / (1 - rho));
        if (!(sigma > 0))
        {
            return [];
        }

        var residuals = days.Where(day => day.Usable).Select(day => (day.Day, Departure: day.Use - model.Predict(day.Temperature))).ToList();
        return [.. OneWay(residuals, sigma, 1).Concat(OneWay(residuals, sigma, -1)).OrderBy(drift => drift.From)];
    }

    private static IEnumerable<Drift> OneWay(List<(DateOnly Day, double Departure)> days, double sigma, int sign)
    {
        var (sum, most, start, detected) = (0.0, 0.0, 0, -1);
        for (var at = 0; at < days.Count; at++)
        {
            sum = Math.Max(0, sum + (sign * days[at].Departure) - (Slack * sigma));
            if (detected < 0)
            {
                start = sum == 0 ? at + 1 : start;
                detected = sum > Limit * sigma ? at : -1;
            }

            most = Math.Max(most, sum);
            // Over when half of the sum is gone: what follows is near the baseline again.
            if (detected >= 0 && (at == days.Count - 1 || sum < most / 2))
            {
                var inside = days[start..(at + 1)];
                yield return new Drift(days[start].Day, days[detected].Day, days[at].Day, inside.Average(day => day.Departure), inside.Sum(day => day.Departure));
                (sum, most, start, detected) = (0, 0, at + 1, -1);
            }
        }
    }
}
