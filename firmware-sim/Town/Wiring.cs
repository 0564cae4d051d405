using FirmwareSim.Modbus;
using FirmwareSim.Mqtt;

namespace FirmwareSim.Town;

/// <summary>Which device hangs on which address and topic: the tables of <c>docs/demo-town.md</c>.</summary>
internal static class Wiring
{
    /// <summary>The Modbus addresses and their units.</summary>
    internal static IReadOnlyList<ModbusEndpoint> Modbus(SimulatedTown town, Options options, TimeProvider time, Action<string> tell)
    {
        var faults = town.Faults;
        IModbusUnit Trovis(Building building, int model) => new TrovisUnit(building.Plant, building.Name, model, faults, time);
        IModbusUnit Ecl(Building building) => new EclUnit(building.Plant, building.Name, faults, tell);
        IModbusUnit Boiler(Building building, int place, long starts, double hours) => new Gtw08Unit(building.Plant, place, building.Name, (starts, hours), faults);
        IModbusUnit Meter(Building building) => new Sdm630Unit(building, faults);
        return
        [
            new("ecole", options.School, Units(Trovis(town.School, 5578), Meter(town.School), Boiler(town.School, 0, 21_340, 4120.4), Boiler(town.School, 1, 17_905, 3812.7)), null),
            new("gymnase ECL", options.GymnasiumBoiler, Units(Ecl(town.Gymnasium)), EclUnit.IdleLimit),
            new("gymnase meter", options.GymnasiumMeter, Units(Meter(town.Gymnasium)), null),
            new("mairie", options.TownHall, Units(Trovis(town.TownHall, 5576), Meter(town.TownHall)), null),
            new("creche ECL", options.NurseryBoiler, Units(Ecl(town.Nursery)), EclUnit.IdleLimit),
        ];
    }

    /// <summary>The publishing devices.</summary>
    internal static IReadOnlyList<IMqttDevice> Mqtt(SimulatedTown town)
    {
        var (school, hall) = (town.School, town.TownHall);
        var (pdu, cooling, copier) = (hall.SubLoads[0], hall.SubLoads[1], hall.SubLoads[2]);
        return
        [
            new TasmotaCounter("ecole/gaz", "ecole-gaz", school.Gas),
            new TasmotaCounter("gymnase/gaz", "gymnase-gaz", town.Gymnasium.Gas),
            new TasmotaCounter("mairie/gaz", "mairie-gaz", hall.Gas),
            new TasmotaCounter("creche/gaz", "creche-gaz", town.Nursery.Gas),
            new WmbusHeatMeter("ecole/chaleur", "66204117", school.Heat!),
            new WmbusHeatMeter("mairie/chaleur", "66204125", hall.Heat!),
            new TasmotaTeleinfo("creche/elec", "creche-linky", town.Nursery),
            new TasmotaEnergy("mairie/clim", "mairie-clim", cooling, () => hall.Electricity.Volts.L3),
            new TasmotaThermometer("mairie/salle-serveurs", "mairie-serveurs", town.ServerSensor),
            new ShellyPlug("ecole/salle-info", "shellyplusplugs-ecole-info", school.SubLoads[0], () => school.Electricity.Volts.L2),
            new ShellyMeter("mairie/pdu", "shellypro3em-mairie-pdu", pdu, hall.Electricity),
            new ZigbeeBridge(
                [
                    ZigbeeChild.Sensor(school.Sensor, "Ecole/Classe 1", 97, 112),
                    ZigbeeChild.Sensor(town.Gymnasium.Sensor, "Gymnase/Salle", 88, 74),
                    ZigbeeChild.Plug("mairie/copieur", copier, "Mairie/Copieur", () => hall.Electricity.Volts.L1),
                    ZigbeeChild.Sensor(hall.Sensor, "Mairie/Salle du conseil", 91, 96),
                    ZigbeeChild.Sensor(town.Nursery.Sensor, "Creche/Dortoir", 100, 134),
                ],
                town.Faults),
        ];
    }

    private static Dictionary<byte, IModbusUnit> Units(params IModbusUnit[] units) =>
        units.Select((unit, index) => ((byte)(index + 1), unit)).ToDictionary();
}
