namespace Telemetry.Analytics.History;

/// <summary>What is held of a gateway's outbox.</summary>
/// <param name="Gateway">Municipality and gateway.</param>
/// <param name="OutboxId">Identity of the outbox.</param>
/// <param name="UpTo">Every sequence from the gateway's first up to it is held.</param>
/// <param name="Above">The ranges held above the first hole, as text; empty when there are none.</param>
public sealed record OutboxHeld(string Gateway, string OutboxId, long UpTo, string Above);
