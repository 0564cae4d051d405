using Telemetry.Messaging.Mqtt;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Configuration;

/// <summary>What is installed behind one gateway.</summary>
internal sealed record SiteConfiguration
{
    internal required string Gateway { get; init; }

    internal required string Name { get; init; }

    internal required string Municipality { get; init; }

    /// <summary>Sparkplug host id of the centre.</summary>
    internal required string Centre { get; init; }

    /// <summary>Where field devices publish; null when that is the broker of the centre.</summary>
    internal MqttSettings? FieldBroker { get; init; }

    /// <summary>How what they publish is fetched.</summary>
    internal FieldSession FieldSession { get; init; } = FieldSession.Usual;

    internal required IReadOnlyList<Building> Buildings { get; init; }

    internal required IReadOnlyList<BusConfiguration> Buses { get; init; }

    internal required IReadOnlyList<DeviceConfiguration> Devices { get; init; }
}
