namespace Telemetry.Model.Sites;

/// <summary>A piece of equipment in a building: what speaks a protocol, seen by the people who use it.</summary>
public sealed record Equipment
{
    /// <summary>Its name on the wire.</summary>
    public required EquipmentId Id { get; init; }

    /// <summary>The building it stands in (<see cref="Building.Id"/>).</summary>
    public required string BuildingId { get; init; }

    /// <summary>What people call it: « Chaufferie ».</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required EquipmentKind Kind { get; init; }

    /// <summary>The model of device, as its profile names it: <c>samson-trovis-557x</c>.</summary>
    public required string Model { get; init; }
}
