using Telemetry.Messaging.Delivery;
using Telemetry.Model.Samples;

namespace Telemetry.Analytics.History;

/// <summary>Samples as one gateway sent them together.</summary>
/// <param name="Gateway">Municipality and gateway: <c>valmont-sur-orne/gw-ecole</c>.</param>
/// <param name="OutboxId">Identity of the outbox; empty when the edge node has none (a foreign Sparkplug node).</param>
/// <param name="Sequence">Place in the outbox, from 1; the highest when several are packed together; 0 when there is none.</param>
/// <param name="First">Lowest sequence the gateway still holds.</param>
/// <param name="Samples">What was measured.</param>
public sealed record Batch(string Gateway, string OutboxId, long Sequence, long First, IReadOnlyList<Sample> Samples)
{
    /// <summary>Every place in the outbox that is packed together; null for <see cref="Sequence"/> alone.</summary>
    public SequenceSet? Packed { get; init; }

    /// <summary>The message itself, when nobody could store what it says; null for samples.</summary>
    public QuarantinedMessage? Quarantined { get; init; }
}
