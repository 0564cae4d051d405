using Telemetry.Messaging.Mqtt;

namespace Telemetry.Gateway.Configuration;

/// <summary>How the messages of field devices are fetched.</summary>
/// <param name="Version">The version of MQTT that the broker is spoken to in.</param>
/// <param name="Kept">How long the broker is to keep messages for us while we are away; zero for not at all. A broker of 3.1.1 decides by itself.</param>
internal sealed record FieldSession(MqttVersion Version, TimeSpan Kept)
{
    /// <summary>What a site has that says nothing of it.</summary>
    internal static FieldSession Usual { get; } = new(MqttVersion.V311, TimeSpan.FromHours(24));
}
