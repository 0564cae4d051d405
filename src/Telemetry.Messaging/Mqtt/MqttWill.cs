namespace Telemetry.Messaging.Mqtt;

/// <summary>What the broker says for us when we vanish.</summary>
public sealed record MqttWill(string Topic, ReadOnlyMemory<byte> Payload, int Qos, bool Retain);
