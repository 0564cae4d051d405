using Telemetry.Analytics.Registry;
using Telemetry.Model.Energy;
using Telemetry.Model.Measures;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports;

/// <summary>Which registers make which figure.</summary>
internal static class Meters
{
    extension(Town town)
    {
        /// <summary>The registers a building's totals are made of, by carrier: its own supply only.</summary>
        internal IReadOnlyDictionary<Carrier, IReadOnlyList<Point>> MainOf(Building building)
        {
            var inside = town.Equipment
                .Where(equipment => equipment.BuildingId == building.Id && equipment.Id.Municipality == building.Municipality)
                .Select(equipment => equipment.Id)
                .ToHashSet();
            return town.Points
                .Where(point => IsRegister(point) && point.MeterRole == MeterRole.Main && inside.Contains(point.Id.Equipment))
                .GroupBy(point => point.Carrier)
                .ToDictionary(group => group.Key, group => (IReadOnlyList<Point>)[.. group]);
        }

        /// <summary>
        /// The heat registers at the outlet of a building's boilers. What a network delivers carries its carrier, what stands behind another heat meter its
        /// role: neither is boiler heat. None of these is ever part of a total: their gas or oil is.
        /// </summary>
        internal IReadOnlyList<Point> BoilerHeatOf(Building building) =>
        [
            .. town.Points.Where(point => point is { Accumulation: Accumulation.Counter, Quantity: Quantity.Energy, Carrier: Carrier.None } && point.MeterRole != MeterRole.Sub
                && string.Equals(point.Id.Name, "energy.heat", StringComparison.Ordinal)
                && town.Equipment.Any(one => one.Id == point.Id.Equipment && one.BuildingId == building.Id && one.Id.Municipality == building.Municipality)),
        ];

        /// <summary>The registers of IT equipment and of what cools it.</summary>
        internal IReadOnlyList<Point> It() =>
        [
            .. town.Points.Where(point => IsRegister(point) && point.MeterRole == MeterRole.Sub && point.Carrier == Carrier.Electricity
                && point.EndUse is EndUse.It or EndUse.ServerRoomIt or EndUse.ServerRoomCooling),
        ];

        /// <summary>The active power that stands beside a register; null when its meter gives none.</summary>
        internal Point? PowerBeside(EquipmentId equipment) =>
            town.Points
                .Where(point => point.Id.Equipment == equipment && point.Quantity == Quantity.ActivePower
                    && point.Accumulation == Accumulation.Instant && point.Function == PointFunction.Sensor)
                .OrderBy(point => point.Id.Name.Length)
                .FirstOrDefault();

        /// <summary>What people call the place of a point: « Compteur général · energy.import ».</summary>
        internal string Label(Point point)
        {
            var name = town.Equipment.FirstOrDefault(equipment => equipment.Id == point.Id.Equipment)?.Name ?? point.Id.Equipment.Device;
            return $"{name} · {point.Id.Name}";
        }
    }

    private static bool IsRegister(Point point) =>
        point.Accumulation == Accumulation.Counter && point.Carrier != Carrier.None && point.Quantity is Quantity.Energy or Quantity.Volume;
}
