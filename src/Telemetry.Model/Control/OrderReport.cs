namespace Telemetry.Model.Control;

/// <summary>One step in the life of an order, told by the gateway (or by the centre when no gateway heard it).</summary>
public sealed record OrderReport
{
    /// <summary>The order (<see cref="Control.Order.Id"/>).</summary>
    public required Guid Order { get; init; }

    /// <summary>Where it is now.</summary>
    public required OrderState State { get; init; }

    /// <summary>When that happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What the device reads, in the point's unit; null when it was not read.</summary>
    public double? ReadBack { get; init; }

    /// <summary>Why not, when it was not.</summary>
    public Refusal Refusal { get; init; }

    /// <summary>The bound that refused it, when one did, in the unit the refusal names.</summary>
    public double? Limit { get; init; }
}
