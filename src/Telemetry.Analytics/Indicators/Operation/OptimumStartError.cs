using Telemetry.Model.Samples;

namespace Telemetry.Analytics.Indicators.Operation;

/// <summary>How far from the opening the room became warm: mean of |t(T ≥ set point − 0.25 K) − opening|, minutes. Pure.</summary>
/// <remarks>
/// Target: 20 minutes and less. Only openings before which the room was colder than that are counted: a room that never cooled down says nothing about its start. A room
/// that is not warm four hours after its opening counts for those four hours.
/// </remarks>
public static class OptimumStartError
{
    /// <summary>How far under the set point the aim lies, K (Siemens RMH760).</summary>
    public const double AimK = 0.25;

    private static readonly TimeSpan Before = TimeSpan.FromHours(12);
    private static readonly TimeSpan After = TimeSpan.FromHours(4);

    /// <summary>Over a period.</summary>
    /// <param name="room">Room temperature in time order, °C, from twelve hours before the period.</param>
    /// <param name="openings">The openings; those outside the period are let aside.</param>
    /// <param name="from">Begin, UTC.</param>
    /// <param name="to">End, excluded, UTC.</param>
    /// <returns>Minutes; refused when no opening had a warm-up.</returns>
    public static Figure Of(IReadOnlyList<Sample> room, IReadOnlyList<Opening> openings, DateTimeOffset from, DateTimeOffset to)
    {
        var asked = openings.Where(opening => opening.At >= from && opening.At < to).ToList();
        var errors = asked.Select(opening => Minutes(room, opening)).OfType<double>().ToList();
        return errors.Count == 0
            ? Figure.Refused("min", from, to, asked.Count == 0 ? FigureProblem.NoDenominator : FigureProblem.NoReading)
            : new Figure { Value = errors.Average(), Unit = "min", From = from, To = to, Coverage = errors.Count / (double)asked.Count };
    }

    // The last time before or after the opening at which the room came up to the aim; null where there was no warm-up to see.
    private static double? Minutes(IReadOnlyList<Sample> room, Opening opening)
    {
        var aim = opening.Setpoint - AimK;
        var near = room.Skip(Stretches.FirstAfter(room, (opening.At - Before).AddTicks(-1))).TakeWhile(sample => sample.At <= opening.At + After).Where(sample => !sample.Quality.IsBad).ToList();
        var lastCold = near.FindLastIndex(sample => sample.At <= opening.At && sample.Value < aim);
        if (lastCold < 0)
        {
            return null;
        }

        var warm = near.FindIndex(lastCold, sample => sample.Value >= aim);
        return warm >= 0
            ? (near[warm].At - opening.At).Duration().TotalMinutes
            : near[^1].At >= opening.At + After - TimeSpan.FromHours(1) ? After.TotalMinutes : null;
    }
}
