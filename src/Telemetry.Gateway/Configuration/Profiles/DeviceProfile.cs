namespace Telemetry.Gateway.Configuration;

/// <summary>A model of device: what it has, where, and how to talk to it.</summary>
internal sealed record DeviceProfile
{
    internal required string Id { get; init; }

    internal required string Name { get; init; }

    /// <summary>Usual time between two values.</summary>
    internal TimeSpan Period { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Silence after which values are no longer believed; null for three periods.</summary>
    internal TimeSpan? StaleAfter { get; init; }

    internal required IReadOnlyList<PointProfile> Points { get; init; }

    /// <summary>Modbus manners; null when the device speaks MQTT.</summary>
    internal ModbusProfile? Modbus { get; init; }

    /// <summary>Payload family, a name of <see cref="Drivers.Mqtt.Families"/>; null when the device speaks Modbus.</summary>
    internal string? Family { get; init; }

    /// <summary>How the messages are laid out, for the family <c>json</c>.</summary>
    internal MessageOptions Message { get; init; } = new();

    /// <summary>Shortest time between two values of a point, for devices that send many; null to take all.</summary>
    internal TimeSpan? Thin { get; init; }

    /// <summary>How a set point is changed for a time; null when the device cannot.</summary>
    internal OverrideRecipe? Override { get; init; }
}
