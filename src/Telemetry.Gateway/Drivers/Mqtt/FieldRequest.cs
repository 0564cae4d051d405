namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>A message to a field device that makes it tell again what was missed; it changes nothing there.</summary>
internal sealed record FieldRequest(string Topic, ReadOnlyMemory<byte> Payload);
