using FirmwareSim.Physics;
using FirmwareSim.Scenarios;

namespace FirmwareSim.Town;

/// <summary>The whole town at one instant, moved in steps of a fixed length. Take <see cref="Gate"/> to look at it.</summary>
internal sealed class SimulatedTown
{
    /// <summary>Length of one step of the town's time.</summary>
    internal static readonly TimeSpan Length = TimeSpan.FromSeconds(5);

    /// <summary>A town that slept longer wakes up this long before the present.</summary>
    internal static readonly TimeSpan LongestSleep = TimeSpan.FromDays(3);

    private static readonly TimeSpan WarmUp = TimeSpan.FromDays(2);
    private readonly IWeather _weather;

    internal SimulatedTown(int seed, IWeather weather, FaultBoard faults, DateTimeOffset start)
    {
        (Seed, _weather, Faults) = (seed, weather, faults);
        var before = start - WarmUp;
        var outdoor = weather.At(before).OutdoorC;
        School = TownPlan.School(seed, outdoor);
        Gymnasium = TownPlan.Gymnasium(seed, outdoor);
        (TownHall, Servers, ServerSensor) = TownPlan.TownHall(seed, outdoor);
        Nursery = TownPlan.Nursery(seed, outdoor);
        Buildings = [School, Gymnasium, TownHall, Nursery];
        Meters = [.. Buildings.SelectMany(building => building.Meters)];
        LiveBefore(before, start);
        Faults.Changed += OnFault;
    }

    /// <summary>Held while the town moves or is looked at.</summary>
    internal Lock Gate { get; } = new();

    internal int Seed { get; }

    internal FaultBoard Faults { get; }

    /// <summary>The instant the physics has reached.</summary>
    internal DateTimeOffset Instant { get; private set; }

    /// <summary>The instant since which the meters count.</summary>
    internal DateTimeOffset Born { get; private set; }

    internal Sky Sky { get; private set; }

    internal Building School { get; }

    internal Building Gymnasium { get; }

    internal Building TownHall { get; }

    internal Building Nursery { get; }

    internal ServerRoom Servers { get; }

    internal RoomSensor ServerSensor { get; }

    internal IReadOnlyList<Building> Buildings { get; }

    internal IReadOnlyList<Meter> Meters { get; }

    /// <summary>Moves towards an instant by at most some steps.</summary>
    /// <returns>True when the town is there.</returns>
    internal bool AdvanceTo(DateTimeOffset now, int mostSteps)
    {
        if (now - Instant > LongestSleep)
        {
            Instant = now - LongestSleep;
        }

        for (; Instant + Length <= now; mostSteps--)
        {
            if (mostSteps <= 0)
            {
                return false;
            }

            Step(Length.TotalSeconds);
        }

        return true;
    }

    /// <summary>Everything a restart must not forget.</summary>
    internal StateBag Save()
    {
        var bag = new StateBag { Instant = Instant, Born = Born };
        bag["mairie/servers"] = [.. Servers.Remember(), ServerSensor.Memory];
        foreach (var building in Buildings)
        {
            building.Save(bag);
        }

        return bag;
    }

    /// <summary>Takes back what <see cref="Save"/> gave.</summary>
    internal void Load(StateBag bag)
    {
        // A state from the future would stop the town until the clock is there.
        (Instant, Born) = (bag.Instant < Instant ? bag.Instant : Instant, bag.Born);
        if (bag["mairie/servers"] is [var room, var sensor])
        {
            Servers.Recall([room]);
            ServerSensor.Memory = sensor;
        }

        foreach (var building in Buildings)
        {
            building.Load(bag);
        }
    }

    /// <summary>Two days before anybody looks, so that walls, tanks and controllers are where they would be; the meters forget them.</summary>
    private void LiveBefore(DateTimeOffset before, DateTimeOffset start)
    {
        Instant = before;
        while (Instant < start)
        {
            Step(20);
        }

        (Instant, Born) = (start, start);
        foreach (var building in Buildings)
        {
            building.Electricity.Recall([0, 0, 0]);
            foreach (var meter in building.Meters)
            {
                meter.Recall([0, 0, 0, 0]);
            }
        }
    }

    private void Step(double seconds)
    {
        Instant += TimeSpan.FromSeconds(seconds);
        Faults.MoveTo(Instant);
        Sky = _weather.At(Instant);
        var local = LocalTime.Of(Instant);
        foreach (var building in Buildings)
        {
            building.Step(seconds, Instant, local, Sky, Faults);
        }

        ServerSensor.Step(seconds, Instant, Servers.RoomC, Sky, 0, Faults);
    }

    private void OnFault(FaultEvent item, bool starts)
    {
        if (item.Fault == Fault.CounterReset && starts)
        {
            foreach (var meter in Meters.Where(meter => meter.Id.StartsWith($"gw-{item.Target}/", StringComparison.Ordinal)))
            {
                meter.Reset();
            }
        }
        else if (item.Fault == Fault.LocalMode && !starts)
        {
            Buildings.First(building => item.Target.StartsWith(building.Name, StringComparison.Ordinal)).Plant.Controller.Mode = Control.CircuitMode.Auto;
        }
    }
}
