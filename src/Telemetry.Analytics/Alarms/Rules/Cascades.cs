using Telemetry.Analytics.Registry;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Alarms.Rules;

/// <summary>Which boilers stand in which boiler room, as far as gateways tell. Pure.</summary>
internal static class Cascades
{
    private const string HoursOfEach = "cascade.hours.";

    /// <summary>The boiler room of a boiler that speaks for itself: the only one of its building behind its gateway that tells a cascade; null where there is none, or more than one.</summary>
    internal static EquipmentId? RoomOf(Town town, EquipmentId boiler) =>
        town.Equipment.FirstOrDefault(one => one.Id == boiler) is { Kind: EquipmentKind.Boiler } found
        && town.Equipment.Where(one => one.Kind == EquipmentKind.BoilerRoom && one.Id.Municipality == boiler.Municipality && one.Id.Gateway == boiler.Gateway
            && one.BuildingId == found.BuildingId && Count(town, one.Id) > 0).ToList() is [var room] ? room.Id : null;

    /// <summary>How many boilers a boiler room tells; 0 where it tells none.</summary>
    internal static int Count(Town town, EquipmentId room) =>
        town.Points.Count(point => point.Id.Equipment == room && point.Id.Name.StartsWith(HoursOfEach, StringComparison.Ordinal));
}
