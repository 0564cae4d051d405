using Telemetry.Model.Measures;

namespace Telemetry.Gateway.Configuration;

/// <summary>How and within what a point may be written: by function 5, 6, 15 or 16.</summary>
internal sealed record WriteRule(int Function, Bounds Bounds)
{
    /// <summary>Whether the value is kept in memory that wears out: it counts against the daily budget.</summary>
    internal bool Persistent { get; init; }

    /// <summary>Time the device needs before it reads back what was written, real time.</summary>
    internal TimeSpan Settle { get; init; }

    /// <summary>Points that must have been written so before, in the same recipe: without them the device says yes and does nothing.</summary>
    internal IReadOnlyList<(string Point, double Value)> After { get; init; } = [];
}
