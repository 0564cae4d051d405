using FirmwareSim.Physics;

namespace FirmwareSim.Town;

/// <summary>Builds the four buildings of Valmont-sur-Orne.</summary>
internal static class TownPlan
{
    internal static Building School(int seed, double outdoorC)
    {
        var plant = new Plant("ecole", BuildingSets.School, Habits.School, seed, outdoorC);
        var pcs = new SubLoad(new Meter("gw-ecole/salle-info/energy.import", "kWh", 1264.15, MeterFace.FineWattHours), new Phases(0, 1, 0));
        return new Building
        {
            Name = "ecole",
            Plant = plant,
            Electricity = new Electricity(seed, 200, Appliances.School, [pcs]),
            Gas = new Meter("gw-ecole/gaz/gas.volume", "m3", 48_213.7, MeterFace.Pulses(0.1)),
            Main = new Meter("gw-ecole/elec/energy.import", "kWh", 184_512.4, MeterFace.Float32),
            Heat = new HeatMeter(new Meter("gw-ecole/chaleur/energy.heat", "kWh", 418_260, MeterFace.WholeKilowattHours), 31_842.6),
            Sensor = new RoomSensor("ecole/classe-1", seed, 210, 0.4),
            SubLoads = [pcs],
            BeforeStep = (seconds, at, local, _) => pcs.Step(seconds, PcRoom(seed, at, local)),
        };
    }

    internal static Building Gymnasium(int seed, double outdoorC) => new()
    {
        Name = "gymnase",
        Plant = new Plant("gymnase", BuildingSets.Gymnasium, Habits.Gymnasium, seed, outdoorC),
        Electricity = new Electricity(seed, 300, Appliances.Gymnasium, []),
        Gas = new Meter("gw-gymnase/gaz/gas.volume", "m3", 20_944.2, MeterFace.Pulses(0.1)),
        Main = new Meter("gw-gymnase/elec/energy.import", "kWh", 96_207.81, MeterFace.Float32),
        Sensor = new RoomSensor("gymnase/salle", seed, 310, -0.2),
    };

    internal static (Building Building, ServerRoom Servers, RoomSensor ServerSensor) TownHall(int seed, double outdoorC)
    {
        var plant = new Plant("mairie", BuildingSets.TownHall, Habits.TownHall, seed, outdoorC);
        var servers = new ServerRoom(seed);
        var sensor = new RoomSensor("mairie/salle-serveurs", seed, 430, 0);
        var pdu = new SubLoad(new Meter("gw-mairie/pdu/energy.import", "kWh", 31_407.62, MeterFace.CoarseWattHours), new Phases(0.38, 0.34, 0.28));
        var cooling = new SubLoad(new Meter("gw-mairie/clim/energy.import", "kWh", 6480.221, MeterFace.ThreeDecimals), new Phases(0, 0, 1));
        var copier = new SubLoad(new Meter("gw-mairie/copieur/energy.import", "kWh", 212.47, MeterFace.TwoDecimals), new Phases(1, 0, 0));
        var building = new Building
        {
            Name = "mairie",
            Plant = plant,
            Electricity = new Electricity(seed, 400, Appliances.TownHall, [pdu, cooling, copier]),
            Gas = new Meter("gw-mairie/gaz/gas.volume", "m3", 15_380.9, MeterFace.Pulses(0.1)),
            Main = new Meter("gw-mairie/elec/energy.import", "kWh", 143_918.06, MeterFace.Float32),
            Heat = new HeatMeter(new Meter("gw-mairie/chaleur/energy.heat", "kWh", 156_904, MeterFace.WholeKilowattHours), 13_075.2),
            Sensor = new RoomSensor("mairie/salle-du-conseil", seed, 410, -0.3),
            SubLoads = [pdu, cooling, copier],
            BeforeStep = (seconds, at, local, sky) =>
            {
                servers.Step(seconds, at, local, sky.OutdoorC, plant.Rooms.AirC);
                pdu.Step(seconds, servers.MachinesW);
                cooling.Step(seconds, servers.CoolingW);
                copier.Step(seconds, Copier(seed, at, local));
            },
        };
        return (building, servers, sensor);
    }

    internal static Building Nursery(int seed, double outdoorC) => new()
    {
        Name = "creche",
        Plant = new Plant("creche", BuildingSets.Nursery, Habits.Nursery, seed, outdoorC),
        Electricity = new Electricity(seed, 500, Appliances.Nursery, []),
        Gas = new Meter("gw-creche/gaz/gas.volume", "m3", 5127.44, MeterFace.Pulses(0.01)),
        Main = new Meter("gw-creche/elec/energy.import.peak", "kWh", 22_755.60, MeterFace.WattHours),
        OffPeak = new Meter("gw-creche/elec/energy.import.offpeak", "kWh", 9207.50, MeterFace.WattHours),
        Sensor = new RoomSensor("creche/dortoir", seed, 510, 0.2),
    };

    /// <summary>Sixteen machines: asleep at night, used one lesson in two.</summary>
    private static double PcRoom(int seed, DateTimeOffset at, DateTime local)
    {
        var lesson = Habits.Weekday(local) && local.Hour is >= 9 and < 16 && local.Hour != 12 && Noise.Uniform(seed, 220, at.ToUnixTimeSeconds() / 3600) > 0.5;
        return lesson ? 1180 + (70 * Noise.Smooth(seed, 221, at, 60)) : 46 + (2 * Noise.Smooth(seed, 222, at, 120));
    }

    /// <summary>Asleep at night, ready by day, printing now and then.</summary>
    private static double Copier(int seed, DateTimeOffset at, DateTime local)
    {
        if (!Habits.Weekday(local) || local.Hour is < 8 or >= 18)
        {
            return 4;
        }

        return Noise.Uniform(seed, 420, at.ToUnixTimeSeconds() / 40) > 0.9 ? 920 + (60 * Noise.Smooth(seed, 421, at, 20)) : 52;
    }
}
