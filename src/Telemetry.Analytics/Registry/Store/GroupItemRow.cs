using Telemetry.Analytics.Groups;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Registry.Store;

/// <summary>One boiler room of a group as it is kept.</summary>
internal sealed class GroupItemRow
{
    public required Guid Group { get; init; }

    public required int Place { get; init; }

    public required string Name { get; init; }

    public required string Municipality { get; init; }

    public required string Gateway { get; init; }

    public required string Device { get; init; }

    public required string Point { get; init; }

    public Guid? Order { get; set; }

    internal GroupItem ToModel() => new(Name, new PointId(new EquipmentId(Municipality, Gateway, Device), Point), Order);

    internal static GroupItemRow From(Guid group, int place, GroupItem item) => new()
    {
        Group = group,
        Place = place,
        Name = item.Name,
        Municipality = item.Mode.Equipment.Municipality,
        Gateway = item.Mode.Equipment.Gateway,
        Device = item.Mode.Equipment.Device,
        Point = item.Mode.Name,
        Order = item.Order,
    };
}
