namespace Telemetry.Messaging.Mqtt;

/// <summary>A message as it came from the broker.</summary>
/// <param name="Topic">The topic it was published to.</param>
/// <param name="Payload">Its bytes, ours to keep.</param>
/// <param name="Retained">True when the broker kept it from earlier: state at most, never news and never an order.</param>
public readonly record struct MqttMessage(string Topic, ReadOnlyMemory<byte> Payload, bool Retained);
