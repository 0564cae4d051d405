using Telemetry.Model.Samples;

namespace Telemetry.Analytics.Indicators.Operation;

/// <summary>How far rooms were from what was asked, as kelvins times hours. Pure.</summary>
/// <remarks>
/// Discomfort is BOPTEST's <c>tdis_tot</c> with the set point less 0.5 K as its lower bound. Over-heating begins 1 K over the set point, or over the legal 19 °C where less is
/// asked. Aims: under 5 K·h of discomfort and 20 K·h of over-heating a month and zone.
/// </remarks>
/// <param name="Overheating">∫ max(T − max(19, set point) − 1, 0) dt while occupied, K·h.</param>
/// <param name="Discomfort">∫ max(set point − 0.5 − T, 0) dt while occupied, K·h.</param>
/// <param name="UnoccupiedExcess">Mean of max(T − legal limit, 0) over unoccupied hours, K.</param>
public sealed record RoomExcess(Figure Overheating, Figure Discomfort, Figure UnoccupiedExcess)
{
    private const double LegalC = 19;

    /// <summary>Over a period.</summary>
    /// <param name="room">Room temperature in time order, °C; the value before the period included where there is one.</param>
    /// <param name="plan">What the programme said, in time order; together they cover the period.</param>
    /// <param name="from">Begin, UTC.</param>
    /// <param name="to">End, excluded, UTC.</param>
    /// <param name="longestStep">How long a value stands by itself.</param>
    public static RoomExcess Of(IReadOnlyList<Sample> room, IReadOnlyList<Occupancy> plan, DateTimeOffset from, DateTimeOffset to, TimeSpan longestStep)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (hot, cold, excess) = (0.0, 0.0, 0.0);
        var (occupied, empty) = (TimeSpan.Zero, TimeSpan.Zero);
        var at = 0;
        foreach (var (begin, end, value) in Stretches.Of(room, from, to, longestStep))
        {
            while (at < plan.Count && plan[at].To <= begin)
            {
                at++;
            }

            for (var next = at; next < plan.Count && plan[next].From < end; next++)
            {
                var (one, part) = (plan[next], Shorter(end, plan[next].To) - Later(begin, plan[next].From));
                var hours = Math.Max(0, part.TotalHours);
                if (one.Occupied)
                {
                    occupied += part;
                    hot += Math.Max(0, value - Math.Max(LegalC, one.Setpoint) - 1) * hours;
                    cold += Math.Max(0, one.Setpoint - 0.5 - value) * hours;
                }
                else
                {
                    empty += part;
                    excess += Math.Max(0, value - one.LegalUnoccupied) * hours;
                }
            }
        }

        Figure Known(double value, string unit, TimeSpan known, bool isOccupied) => known <= TimeSpan.Zero
            ? Figure.Refused(unit, from, to, plan.Any(one => one.Occupied == isOccupied) ? FigureProblem.NoReading : FigureProblem.NoDenominator)
            : new Figure { Value = value, Unit = unit, From = from, To = to, Coverage = Math.Min(1, known / Planned(plan, isOccupied, from, to)) };
        return new RoomExcess(Known(hot, "K·h", occupied, true), Known(cold, "K·h", occupied, true), Known(empty > TimeSpan.Zero ? excess / empty.TotalHours : 0, "K", empty, false));
    }

    private static TimeSpan Planned(IReadOnlyList<Occupancy> plan, bool occupied, DateTimeOffset from, DateTimeOffset to) => plan.Where(one => one.Occupied == occupied)
        .Aggregate(TimeSpan.Zero, (sum, one) => sum + (Shorter(to, one.To) - Later(from, one.From)));

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Shorter(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
