using Telemetry.Model.Control;

namespace Telemetry.Gateway.Control;

/// <summary>A temporary change that this gateway has written and must take back.</summary>
internal sealed record OverrideInForce
{
    internal required Order Order { get; init; }

    /// <summary>What the device read before the first order, by point.</summary>
    internal required IReadOnlyDictionary<string, double> Previous { get; init; }

    /// <summary>False from just before the write until it was read back.</summary>
    internal bool Confirmed { get; init; }

    /// <summary>When it was read back.</summary>
    internal DateTimeOffset ConfirmedAt { get; init; }

    /// <summary>Whether its effect is still looked for.</summary>
    internal EffectWatch Effect { get; init; }

    /// <summary>The plant when it was confirmed; empty after a restart.</summary>
    internal PlantFacts Before { get; init; } = new();
}
