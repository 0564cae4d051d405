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
        IReadOnlyList<Sample> flow, IReadOnlyList<Sample> setpoint, IReadOnlyList<Sample> pump, DateTimeOffset from, DateTimeOffset to, TimeSpan longestStep)
    {
        var running = pump.Count == 0 ? [(from, to, 1.0)] : Stretches.Of(pump, from, to, longestStep).Where(one => one.Value > 0).ToList();
        var (sum, time) = (0.0, TimeSpan.Zero);
        var flows = Stretches.Of(flow, from, to, longestStep).ToList();
        foreach (var (begin, end, _) in running)
        {
            foreach (var (length, value, aim) in Stretches.Both(Cut(flows, begin, end), [.. Stretches.Of(setpoint, begin, end, longestStep)]))
            {
                sum += Math.Abs(value - aim) * length.TotalHours;
                time += length;
            }
        }

        return time == TimeSpan.Zero
            ? Figure.Refused("K", from, to, FigureProblem.NoReading)
            : new Figure { Value = sum / time.TotalHours, Unit = "K", From = from, To = to, Coverage = time / (to - from) };
    }

    private static List<(DateTimeOffset From, DateTimeOffset To, double Value)> Cut(
        IReadOnlyList<(DateTimeOffset From, DateTimeOffset To, double Value)> stretches, DateTimeOffset from, DateTimeOffset to) =>
    [
        .. stretches.Where(one => one.To > from && one.From < to).Select(one => (one.From > from ? one.From : from, one.To < to ? one.To : to, one.Value)),
    ];
}
