using Telemetry.Model.Control;
using Telemetry.Model.Samples;

namespace Telemetry.Analytics.Indicators.Operation;

/// <summary>Hours in which a person's order decided rather than the programme: levels <see cref="LadderLevel.Forced"/>, <see cref="LadderLevel.Boost"/> and <see cref="LadderLevel.SafeState"/>. Pure.</summary>
/// <remarks>Target: under 5 % of the time. A forgotten order is the commonest waste that nobody sees.</remarks>
public static class ForcedTime
{
    private static readonly LadderLevel[] ByPeople = [LadderLevel.Forced, LadderLevel.Boost, LadderLevel.SafeState];

    /// <summary>Over a period, in hours; <see cref="Figure.Coverage"/> is the share of the period in which the level is known.</summary>
    /// <param name="levels">The gateway's <c>programme.level</c> in time order, the value before the period included where there is one.</param>
    /// <param name="from">Begin, UTC.</param>
    /// <param name="to">End, excluded, UTC.</param>
    /// <param name="longestStep">How long a value stands by itself.</param>
    /// <returns>The lines say how much of it was a forced mode or set point, a request of the building's people, a mise en sécurité.</returns>
    public static Figure Hours(IReadOnlyList<Sample> levels, DateTimeOffset from, DateTimeOffset to, TimeSpan longestStep)
    {
        var known = TimeSpan.Zero;
        var hours = ByPeople.ToDictionary(level => level, _ => 0.0);
        foreach (var (begin, end, value) in Stretches.Of(levels, from, to, longestStep))
        {
            known += end - begin;
            if (hours.ContainsKey((LadderLevel)(int)value))
            {
                hours[(LadderLevel)(int)value] += (end - begin).TotalHours;
            }
        }

        return known == TimeSpan.Zero
            ? Figure.Refused("h", from, to, FigureProblem.NoReading)
            : new Figure
            {
                Value = hours.Values.Sum(), Unit = "h", From = from, To = to, Coverage = known / (to - from),
                Lines = [.. hours.Select(one => new FigureLine(one.Key.ToString(), one.Value, "h", null, one.Value))],
            };
    }
}
