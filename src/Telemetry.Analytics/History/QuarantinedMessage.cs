namespace Telemetry.Analytics.History;

/// <summary>A message that could never be stored, kept as it came so that nothing is lost and nothing waits behind it.</summary>
/// <param name="Device">The device it speaks of; empty for the gateway itself.</param>
/// <param name="At">When it was put aside, civil clock.</param>
/// <param name="Why">What the store said.</param>
/// <param name="Bytes">The payload.</param>
public sealed record QuarantinedMessage(string Device, DateTimeOffset At, string Why, ReadOnlyMemory<byte> Bytes);
