using Telemetry.Model.Samples;

namespace Telemetry.Analytics.Indicators.Operation;

/// <summary>Share of the openings at which the room was warm enough: T ≥ set point − 0.5 K. Pure.</summary>
/// <remarks>Target: 95 % and more. An opening without a fresh value is not counted on either side; the coverage says how many were.</remarks>
public static class ComfortOnTime
{
    /// <summary>How far under the set point still counts as warm, K.</summary>
    public const double ToleranceK = 0.5;

    /// <summary>How old a value may be at the opening.</summary>
    public static TimeSpan Freshest { get; } = TimeSpan.FromMinutes(30);

    /// <summary>Over a period.</summary>
    /// <param name="room">Room temperature in time order, °C; the value before the period included where there is one.</param>
    /// <param name="openings">The openings; those outside the period are let aside.</param>
    /// <param name="from">Begin, UTC.</param>
    /// <param name="to">End, excluded, UTC.</param>
    /// <returns>A share from 0 to 1; refused without an opening (<see cref="FigureProblem.NoDenominator"/>) or without a value (<see cref="FigureProblem.NoReading"/>).</returns>
    public static Figure Of(IReadOnlyList<Sample> room, IReadOnlyList<Opening> openings, DateTimeOffset from, DateTimeOffset to)
    {
        var asked = openings.Where(opening => opening.At >= from && opening.At < to).ToList();
        if (asked.Count == 0)
        {
            return Figure.Refused("", from, to, FigureProblem.NoDenominator);
        }

        var known = asked.Select(opening => (opening.Setpoint, Value: At(room, opening.At))).Where(one => double.IsFinite(one.Value)).ToList();
        return known.Count == 0
            ? Figure.Refused("", from, to, FigureProblem.NoReading)
            : new Figure
            {
                Value = known.Count(one => one.Value >= one.Setpoint - ToleranceK) / (double)known.Count,
                Unit = "", From = from, To = to, Coverage = known.Count / (double)asked.Count,
            };
    }

    private static double At(IReadOnlyList<Sample> room, DateTimeOffset instant)
    {
        var index = Stretches.FirstAfter(room, instant) - 1;
        return index >= 0 && instant - room[index].At <= Freshest && !room[index].Quality.IsBad ? room[index].Value : double.NaN;
    }
}
