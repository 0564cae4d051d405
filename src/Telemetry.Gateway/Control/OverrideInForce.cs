using Telemetry.Model.Control;

namespace Telemetry.Gateway.Control;

/// <summary>A temporary set point that this gateway has written and must take back.</summary>
internal sealed record OverrideInForce
{
    internal required Order Order { get; init; }

    /// <summary>What the device read before the first order, by point.</summary>
    internal required IReadOnlyDictionary<string, double> Previous { get; init; }

    /// <summary>False from just before the write until it was read back.</summary>
    internal bool Confirmed { get; init; }
}
