using Telemetry.Model.Control;
using Telemetry.Model.Samples;

namespace Telemetry.Analytics.Indicators.Operation;

/// <summary>Hours in which a person's order decided rather than the programme: levels <see cref="LadderLevel.Forced"/> and <see cref="LadderLevel.Boost"/>. Pure.</summary>
/// <remarks>Target: under 5 % of the time. A forgotten order is the commonest waste that nobody sees.</remarks>
public static class ForcedTime
{
    /// <summary>Over a period, in hours; <see cref="Figure.Coverage"/> is the share of the period in which the level is known.</summary>
    /// <param name="levels">The gateway's <c>programme.level</c> in time order, the value before the period included where there is one.</param>
    /// <param name="from">Begin, UTC.</param>
    /// <param name="to">End, excluded, UTC.</param>
    /// <param name="longestStep">How long a value stands by itself.</param>
    public static Figure Hours(IReadOnlyList<Sample> levels, DateTimeOffset from, DateTimeOffset to, TimeSpan longestStep)
    {
        var (known, forced) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var index = 0; index < levels.Count; index++)
        {
            var sample = levels[index];
            var next = index + 1 < levels.Count ? levels[index + 1].At : to;
            var end = next < sample.At + longestStep ? next : sample.At + longestStep;
            var (begin, stop) = (sample.At < from ? from : sample.At, end > to ? to : end);
            if (sample.Quality.IsBad || stop <= begin)
            {
                continue;
            }

            known += stop - begin;
            forced += (LadderLevel)(int)sample.Value is LadderLevel.Forced or LadderLevel.Boost ? stop - begin : TimeSpan.Zero;
        }

        return known == TimeSpan.Zero
            ? Figure.Refused("h", from, to, FigureProblem.NoReading)
            : new Figure { Value = forced.TotalHours, Unit = "h", From = from, To = to, Coverage = known / (to - from) };
    }
}
