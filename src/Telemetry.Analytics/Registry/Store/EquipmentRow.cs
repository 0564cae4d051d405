using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Registry.Store;

/// <summary>A piece of equipment as it is kept.</summary>
internal sealed class EquipmentRow
{
    public required string Municipality { get; init; }

    public required string Gateway { get; init; }

    public required string Device { get; init; }

    public required string Building { get; set; }

    public required string Name { get; set; }

    public required string Kind { get; set; }

    public required string Model { get; set; }

    internal Equipment ToModel() => new()
    {
        Id = new EquipmentId(Municipality, Gateway, Device),
        BuildingId = Building,
        Name = Name,
        Kind = WordOf.Enumeration<EquipmentKind>(Kind),
        Model = Model,
    };

    internal static EquipmentRow From(Equipment equipment) => new()
    {
        Municipality = equipment.Id.Municipality,
        Gateway = equipment.Id.Gateway,
        Device = equipment.Id.Device,
        Building = equipment.BuildingId,
        Name = equipment.Name,
        Kind = equipment.Kind.ToString(),
        Model = equipment.Model,
    };
}
