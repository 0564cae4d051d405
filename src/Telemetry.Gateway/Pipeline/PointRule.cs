using Telemetry.Gateway.Configuration;
using Telemetry.Model.Measures;

namespace Telemetry.Gateway.Pipeline;

/// <summary>How the samples of one point are judged and thinned.</summary>
internal sealed record PointRule
{
    internal Band? Band { get; init; }

    /// <summary>Values, in the point's unit, by which the device says that it has none.</summary>
    internal IReadOnlyList<double> Sentinels { get; init; } = [];

    /// <summary>Greatest change in a minute, in the point's unit; null when not known.</summary>
    internal double? MostPerMinute { get; init; }

    /// <summary>How long, in civil time, it may show the very same value; null for ever.</summary>
    internal TimeSpan? FrozenAfter { get; init; }

    /// <summary>Whether zero is rest rather than a frozen value.</summary>
    internal bool RestsAtZero { get; init; }

    internal Accumulation Accumulation { get; init; }

    /// <summary>What a counter's register counts in an hour at rated power; null when not known.</summary>
    internal double? RatedUnitsPerHour { get; init; }

    /// <summary>One step of a counter's register.</summary>
    internal double Resolution { get; init; }

    /// <summary>Period of means, least and greatest values, civil time; null to tell every value.</summary>
    internal TimeSpan? Aggregate { get; init; }

    /// <summary>Smallest change worth telling.</summary>
    internal double Deadband { get; init; }

    /// <summary>Longest civil time between two samples told while all is well.</summary>
    internal TimeSpan Heartbeat { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Shortest civil time between two samples told of a counter.</summary>
    internal TimeSpan CounterPace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>True for a point that the centre never sees.</summary>
    internal bool Internal { get; init; }

    /// <summary>True for a point that is not missed before it was heard once.</summary>
    internal bool Optional { get; init; }

    /// <summary>Civil time of silence after which the point is stale.</summary>
    internal TimeSpan StaleAfter { get; init; }
}
