using Telemetry.Model.Control;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Outbox;

/// <summary>What one message to the centre carries: samples of a device, or one step of an order's life.</summary>
internal sealed record OutboxBatch
{
    /// <summary>1, 2, 3 … without holes; 0 until it is kept.</summary>
    internal long Sequence { get; init; }

    internal required string Device { get; init; }

    /// <summary>When it was kept, real clock: what tells live from late.</summary>
    internal required DateTimeOffset KeptAt { get; init; }

    internal IReadOnlyList<Sample> Samples { get; init; } = [];

    /// <summary>The point of the order and the step; null for samples.</summary>
    internal (string Point, OrderReport Report)? Report { get; init; }
}
