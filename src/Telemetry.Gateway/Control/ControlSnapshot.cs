using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Control;

/// <summary>All that a decision rests on, frozen.</summary>
internal sealed record ControlSnapshot
{
    internal required DateTimeOffset Now { get; init; }

    /// <summary>The order came from the broker's memory.</summary>
    internal bool Retained { get; init; }

    /// <summary>The point named; null when there is none.</summary>
    internal DevicePoint? Point { get; init; }

    /// <summary>How its device applies a temporary set point; null when it cannot.</summary>
    internal OverrideRecipe? Recipe { get; init; }

    /// <summary>What the device says; null when it did not answer.</summary>
    internal DeviceReading? Device { get; init; }

    internal int WritesToday { get; init; }

    internal int DailyWrites { get; init; }
}
