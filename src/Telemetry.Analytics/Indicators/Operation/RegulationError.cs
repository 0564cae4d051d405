using Telemetry.Model.Samples;

namespace Telemetry.Analytics.Indicators.Operation;

/// <summary>How well the water follows what is asked of it: mean of |flow − its set point| while the pump runs, K. Pure.</summary>
/// <remarks>Target: 3 K and less.</remarks>
public static class RegulationError
{
    /// <summary>Over a period.</summary>
    /// <param name="flow">Flow temperature in time order, °C.</param>
    /// <param name="setpoint">Its set point, °C.</param>
    /// <param name="pump">1 while the pump runs; empty where nobody tells: then all the time counts.</param>
    /// <param name="from">Begin, UTC.</param>
    /// <param name="to">End, excluded, UTC.</param>
    /// <param name="longestStep">How long a value stands by itself.</param>
    /// <returns>Refused where both were never known together while it ran (<see cref="FigureProblem.NoReading"/>). The coverage is the share of the period that counted.</returns>
    public static Figure Of(
        IReadOnlyList<Sample> flow, IReadOnlyList<Sample> setpoint, IReadOnlyList<Sample> pump, DateTimeOffset from, DateTimeOffset to, TimeSpan longestStep) =>
        Of(Sum(flow, setpoint, pump.Count == 0 ? null : pump, from, to, longestStep), from, to);

    /// <summary>Of what the stretches of a period add up to.</summary>
    internal static Figure Of(RegulationSums sums, DateTimeOffset from, DateTimeOffset to) => sums.Time == TimeSpan.Zero
        ? Figure.Refused("K", from, to, FigureProblem.NoReading)
        : new Figure { Value = sums.KelvinHours / sums.Time.TotalHours, Unit = "K", From = from, To = to, Coverage = sums.Time / (to - from) };

    /// <summary>What a stretch of time adds; the pump is null where nobody tells.</summary>
    internal static RegulationSums Sum(
        IReadOnlyList<Sample> flow, IReadOnlyList<Sample> setpoint, IReadOnlyList<Sample>? pump, DateTimeOffset from, DateTimeOffset to, TimeSpan longestStep)
    {
        List<(DateTimeOffset From, DateTimeOffset To, double Value)> Held(IReadOnlyList<Sample> samples) => [.. Stretches.Of(samples, from, to, longestStep)];
        var errors = Stretches.Both(Held(flow), Held(setpoint)).Select(one => (one.From, one.To, Math.Abs(one.First - one.Second))).ToList();
        var running = pump is null ? [(from, to, 1.0)] : Held(pump);
        var (sum, time) = (0.0, TimeSpan.Zero);
        foreach (var (begin, end, error, runs) in Stretches.Both(errors, running))
        {
            sum += runs > 0 ? error * (end - begin).TotalHours : 0;
            time += runs > 0 ? end - begin : TimeSpan.Zero;
        }

        return new RegulationSums(sum, time);
    }
}
