using Telemetry.Model.Control;
using Telemetry.Model.Samples;

namespace Telemetry.Analytics.Indicators.Operation;

/// <summary>Hours in which a person's order decided rather than the programme: levels <see cref="LadderLevel.Forced"/>, <see cref="LadderLevel.Boost"/> and <see cref="LadderLevel.SafeState"/>. Pure.</summary>
/// <remarks>Target: under 5 % of the time. A forgotten order is the commonest waste that nobody sees.</remarks>
public static class ForcedTime
{
    /// <summary>Over a period, in hours; <see cref="Figure.Coverage"/> is the share of the period in which the level is known.</summary>
    /// <param name="levels">The gateway's <c>programme.level</c> in time order, the value before the period included where there is one.</param>
    /// <param name="from">Begin, UTC.</param>
    /// <param name="to">End, excluded, UTC.</param>
    /// <param name="longestStep">How long a value stands by itself.</param>
    /// <returns>The lines say how much of it was a forced mode or set point, a request of the building's people, a mise en sécurité.</returns>
    public static Figure Hours(IReadOnlyList<Sample> levels, DateTimeOffset from, DateTimeOffset to, TimeSpan longestStep) => Of(Sum(levels, from, to, longestStep), from, to);

    /// <summary>Of what the stretches of a period add up to.</summary>
    internal static Figure Of(ForcedSums sums, DateTimeOffset from, DateTimeOffset to) => sums.Known == TimeSpan.Zero
        ? Figure.Refused("h", from, to, FigureProblem.NoReading)
        : new Figure
        {
            Value = sums.Forced + sums.Boost + sums.Safe, Unit = "h", From = from, To = to, Coverage = sums.Known / (to - from),
            Lines = [Line(LadderLevel.Forced, sums.Forced), Line(LadderLevel.Boost, sums.Boost), Line(LadderLevel.SafeState, sums.Safe)],
        };

    /// <summary>What a stretch of time adds.</summary>
    internal static ForcedSums Sum(IReadOnlyList<Sample> levels, DateTimeOffset from, DateTimeOffset to, TimeSpan longestStep)
    {
        var sums = default(ForcedSums);
        foreach (var (begin, end, value) in Stretches.Of(levels, from, to, longestStep))
        {
            var hours = (end - begin).TotalHours;
            sums += (LadderLevel)(int)value switch
            {
                LadderLevel.Forced => new(end - begin, hours, 0, 0),
                LadderLevel.Boost => new(end - begin, 0, hours, 0),
                LadderLevel.SafeState => new(end - begin, 0, 0, hours),
                _ => new(end - begin, 0, 0, 0),
            };
        }

        return sums;
    }

    private static FigureLine Line(LadderLevel level, double hours) => new(level.ToString(), hours, "h", null, hours);
}
