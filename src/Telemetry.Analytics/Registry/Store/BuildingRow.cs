using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Registry.Store;

/// <summary>A building as it is kept.</summary>
internal sealed class BuildingRow
{
    public required string Municipality { get; init; }

    public required string Id { get; init; }

    public required string Name { get; set; }

    public required string Use { get; set; }

    public double? FloorAreaM2 { get; set; }

    internal Building ToModel() => new()
    {
        Id = Id,
        Municipality = Municipality,
        Name = Name,
        Use = WordOf.Enumeration<BuildingUse>(Use),
        FloorAreaM2 = FloorAreaM2,
    };

    internal static BuildingRow From(Building building) => new()
    {
        Municipality = building.Municipality,
        Id = building.Id,
        Name = building.Name,
        Use = building.Use.ToString(),
        FloorAreaM2 = building.FloorAreaM2,
    };
}
