using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Boilers;

/// <summary>The last thing known of one point.</summary>
/// <param name="Point">Which.</param>
/// <param name="Value">Last value; NaN when the last sample was bad.</param>
/// <param name="At">When it was measured.</param>
/// <param name="Quality">How far to trust it.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Heartbeat">Longest time between two values while all is well.</param>
internal sealed record Reading(PointId Point, double Value, DateTimeOffset At, Quality Quality, string Unit, TimeSpan Heartbeat)
{
    /// <summary>Whether there is a value at all.</summary>
    public bool HasValue => double.IsFinite(Value);

    /// <summary>Whether the value is too old to be shown as present: over twice its heartbeat.</summary>
    public bool IsOld(DateTimeOffset now) => now - At > Heartbeat * 2;

    /// <summary>The value when it can be relied on now; else null.</summary>
    public double? Fresh(DateTimeOffset now) => HasValue && !IsOld(now) ? Value : null;
}
