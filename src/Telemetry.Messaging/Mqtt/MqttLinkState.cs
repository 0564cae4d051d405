namespace Telemetry.Messaging.Mqtt;

/// <summary>What became of a link.</summary>
/// <param name="Connected">Up or down.</param>
/// <param name="Reason">Why, in plain words; empty when it simply came up.</param>
/// <param name="SessionKept">True when the broker knew us: what it kept for us while we were away follows.</param>
public readonly record struct MqttLinkState(bool Connected, string Reason, bool SessionKept = false);
