namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>A frame as it was on the wire.</summary>
/// <param name="Number">Counts the frames of its bus.</param>
/// <param name="At">When its first byte left or came, UTC.</param>
/// <param name="Sent">Ours, or the answer.</param>
/// <param name="Bytes"><c>01 03 00 04</c></param>
internal sealed record BusFrame(long Number, DateTimeOffset At, bool Sent, string Bytes);
