using Telemetry.Model.Samples;

namespace Telemetry.Analytics.Indicators.Operation;

/// <summary>Share of a period in which a value was known: how long a boiler room was really in sight. Pure.</summary>
/// <remarks>Target of the link: 99.5 % and more.</remarks>
public static class KnownShare
{
    /// <summary>Over a period; refused for an empty one.</summary>
    /// <param name="samples">In time order, the value before the period included where there is one.</param>
    /// <param name="from">Begin, UTC.</param>
    /// <param name="to">End, excluded, UTC.</param>
    /// <param name="longestStep">How long a value stands by itself.</param>
    public static Figure Of(IReadOnlyList<Sample> samples, DateTimeOffset from, DateTimeOffset to, TimeSpan longestStep) => Of(Sum(samples, from, to, longestStep), from, to);

    /// <summary>Of what the stretches of a period add up to.</summary>
    internal static Figure Of(TimeSpan known, DateTimeOffset from, DateTimeOffset to) => to <= from
        ? Figure.Refused("", from, to, FigureProblem.EmptyPeriod)
        : new Figure { Value = known / (to - from), Unit = "", From = from, To = to, Coverage = 1 };

    /// <summary>What a stretch of time adds: the time in which the value was known.</summary>
    internal static TimeSpan Sum(IReadOnlyList<Sample> samples, DateTimeOffset from, DateTimeOffset to, TimeSpan longestStep) =>
        Stretches.Of(samples, from, to, longestStep).Aggregate(TimeSpan.Zero, (sum, one) => sum + (one.To - one.From));
}
