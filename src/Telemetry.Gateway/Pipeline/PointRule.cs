using Telemetry.Gateway.Configuration;
using Telemetry.Model.Measures;

namespace Telemetry.Gateway.Pipeline;

/// <summary>How the samples of one point are judged and thinned.</summary>
internal sealed record PointRule
{
    internal Band? Band { get; init; }

    internal Accumulation Accumulation { get; init; }

    /// <summary>Smallest change worth telling.</summary>
    internal double Deadband { get; init; }

    /// <summary>Longest civil time between two samples told while all is well.</summary>
    internal TimeSpan Heartbeat { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Shortest civil time between two samples told of a counter.</summary>
    internal TimeSpan CounterPace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>True for a point that is not missed before it was heard once.</summary>
    internal bool Optional { get; init; }

    /// <summary>Real time of silence after which the point is stale.</summary>
    internal TimeSpan StaleAfter { get; init; }
}
