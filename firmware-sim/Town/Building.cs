using FirmwareSim.Physics;
using FirmwareSim.Scenarios;

namespace FirmwareSim.Town;

/// <summary>One building of the town with all its meters.</summary>
internal sealed class Building
{
    /// <summary>What one cubic metre of gas is worth on the bill, kWh PCS.</summary>
    internal const double KWhPerCubicMetre = 11.20;

    internal required string Name { get; init; }

    internal required Plant Plant { get; init; }

    internal required Electricity Electricity { get; init; }

    internal required Meter Gas { get; init; }

    /// <summary>The main electricity register, or the peak one of a Linky.</summary>
    internal required Meter Main { get; init; }

    /// <summary>The off-peak register of a Linky.</summary>
    internal Meter? OffPeak { get; init; }

    /// <summary>The heat meter of its boiler room; null where there is none.</summary>
    internal HeatMeter? Heat { get; init; }

    internal required RoomSensor Sensor { get; init; }

    internal IReadOnlyList<SubLoad> SubLoads { get; init; } = [];

    /// <summary>What moves the sub-loads: seconds, instant, local time, sky.</summary>
    internal Action<double, DateTimeOffset, DateTime, Sky> BeforeStep { get; init; } = (_, _, _, _) => { };

    /// <summary>Volume of gas burnt in the last step, m3/h.</summary>
    internal double GasRate { get; private set; }

    internal IEnumerable<Meter> Meters => [Gas, Main, .. new[] { OffPeak, Heat?.Energy }.OfType<Meter>(), .. SubLoads.Select(load => load.Meter)];

    /// <summary>True between 22:30 and 06:30.</summary>
    internal static bool IsOffPeak(DateTime local) => local.TimeOfDay >= new TimeSpan(22, 30, 0) || local.TimeOfDay < new TimeSpan(6, 30, 0);

    internal void Step(double seconds, DateTimeOffset at, DateTime local, Sky sky, FaultBoard faults)
    {
        Plant.Step(seconds, at, local, sky, faults);
        GasRate = Plant.Boiler.FuelW / 1000 / KWhPerCubicMetre;
        Gas.Add(GasRate * seconds / 3600);
        Heat?.Step(seconds, Plant);
        BeforeStep(seconds, at, local, sky);
        var kWh = Electricity.Step(seconds, at, local, sky, Plant);
        (OffPeak is { } night && IsOffPeak(local) ? night : Main).Add(kWh);
        Sensor.Step(seconds, at, Plant.Rooms.AirC, sky, Plant.Presence, faults);
    }

    internal void Save(StateBag bag)
    {
        Plant.Save(bag);
        bag[Name + "/phases"] = Electricity.Remember();
        bag[Name + "/sensor"] = [Sensor.Memory];
        bag[Name + "/heat"] = Heat?.Remember() ?? [];
        foreach (var meter in Meters)
        {
            bag[meter.Id] = meter.Remember();
        }
    }

    internal void Load(StateBag bag)
    {
        Plant.Load(bag);
        Electricity.Recall(bag[Name + "/phases"]);
        Sensor.Memory = bag[Name + "/sensor"] is [var memory] ? memory : Sensor.Memory;
        Heat?.Recall(bag[Name + "/heat"]);
        foreach (var meter in Meters)
        {
            meter.Recall(bag[meter.Id]);
        }
    }
}
