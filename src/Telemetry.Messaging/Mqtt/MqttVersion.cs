namespace Telemetry.Messaging.Mqtt;

/// <summary>The version of the protocol that a link speaks.</summary>
public enum MqttVersion
{
    /// <summary>MQTT 3.1.1, which every broker speaks.</summary>
    V311 = 4,

    /// <summary>MQTT 5: the broker says why, and forgets a session in time.</summary>
    V5 = 5,
}
