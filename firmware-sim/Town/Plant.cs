using FirmwareSim.Control;
using FirmwareSim.Physics;
using FirmwareSim.Scenarios;

namespace FirmwareSim.Town;

/// <summary>A heated building with its boiler room: rooms, emitters, mixing valve, boiler, tank, sensors and controller.</summary>
internal sealed class Plant
{
    private const double ValveTravelSeconds = 120;
    private const double WaterHeat = 4186;
    private readonly Habits _habits;
    private readonly string _name;
    private readonly Probe _outdoor;
    private readonly Probe _room;
    private readonly Probe _flow;
    private readonly Probe _return;
    private readonly Probe _tank;

    internal Plant(string name, BuildingData data, Habits habits, int seed, double outdoorC)
    {
        (_name, Data, _habits) = (name, data, habits);
        Controller = new HeatingController(data, habits.Programme);
        Controller.StartFrom(outdoorC);
        Rooms = new Rooms(data, data.Comfort - 0.5);
        Emitters = new Emitters(data, 30);
        Boiler = new Boiler(data, 45);
        Tank = new Tank(data.TankLitres, 58);
        var channel = 100 + (20 * (name.Length + name[0]));
        _outdoor = new Probe(seed, channel, 120, 0.05, 0.1, outdoorC);
        _room = new Probe(seed, channel + 1, 300, 0.05, 0.1, data.Comfort - 0.5);
        _flow = new Probe(seed, channel + 2, 15, 0.08, 0.1, 30);
        _return = new Probe(seed, channel + 3, 15, 0.08, 0.1, 28);
        _tank = new Probe(seed, channel + 4, 30, 0.06, 0.1, 58);
    }

    internal BuildingData Data { get; }

    internal HeatingController Controller { get; }

    internal Rooms Rooms { get; }

    internal Emitters Emitters { get; }

    internal Boiler Boiler { get; }

    internal Tank Tank { get; }

    /// <summary>What the sensors say.</summary>
    internal Readings Readings { get; private set; }

    /// <summary>Opening of the mixing valve, 0 to 1.</summary>
    internal double Valve { get; private set; }

    /// <summary>Water sent to the emitters, °C.</summary>
    internal double FlowC { get; private set; } = 30;

    /// <summary>Heat given to the building in the last step, W.</summary>
    internal double HeatW { get; private set; }

    /// <summary>Heat taken from the boiler by the circuit in the last step, W.</summary>
    internal double CircuitW { get; private set; }

    /// <summary>Heat taken from the boiler by the tank in the last step, W.</summary>
    internal double ChargeW { get; private set; }

    /// <summary>Water that comes back to the boilers from circuit and tank together, °C.</summary>
    internal double BackC { get; private set; } = 28;

    /// <summary>The heating pump really turns.</summary>
    internal bool Pumping { get; private set; }

    /// <summary>Share of people present.</summary>
    internal double Presence { get; private set; }

    /// <summary>Faults of the boiler room: bit 0 burner, bit 1 pressure, bit 2 sensor.</summary>
    internal int FaultBits { get; private set; }

    /// <summary>One step of the town's time.</summary>
    internal void Step(double seconds, DateTimeOffset at, DateTime local, Sky sky, FaultBoard faults)
    {
        Presence = Math.Clamp(_habits.Presence(local), 0, 1);
        Measure(seconds, at, sky, faults);
        var boilerRoom = _name + "/chaufferie";
        if (faults.IsOn(Fault.LocalMode, boilerRoom))
        {
            Controller.Mode = CircuitMode.Manual;
        }

        Controller.Step(seconds, local, Readings);
        var asked = Controller.Demands;
        var (burner, pressure) = (faults.IsOn(Fault.BurnerFault, boilerRoom), faults.IsOn(Fault.LowPressure, boilerRoom));
        FaultBits = (burner ? 1 : 0) | (pressure ? 2 : 0) | (SensorMissing() ? 4 : 0);
        Pumping = asked.Pump && !faults.IsOn(Fault.PumpStopped, boilerRoom);
        if (!faults.IsOn(Fault.ValveStuck, boilerRoom))
        {
            MoveValve(seconds, asked);
        }

        Exchange(seconds, local, asked, burner || pressure);
        var draught = faults.IsOn(Fault.WindowOpen, _name) ? 1.5 * Data.LossOccupied * (Rooms.AirC - sky.OutdoorC) : 0;
        Rooms.Step(seconds, sky, Presence, HeatW, -draught);
    }

    /// <summary>Puts everything a restart needs into the bag.</summary>
    internal void Save(StateBag bag)
    {
        bag[_name + "/settings"] = Controller.Settings.Remember();
        bag[_name + "/controller"] = Controller.Remember();
        bag[_name + "/boiler"] = Boiler.Remember();
        bag[_name + "/water"] = [.. Emitters.Segments, FlowC, Valve, Tank.TopC, Tank.BottomC];
        bag[_name + "/rooms"] = [Rooms.AirC, Rooms.MassC];
        bag[_name + "/probes"] = [_outdoor.Memory, _room.Memory, _flow.Memory, _return.Memory, _tank.Memory];
    }

    /// <summary>Takes back what <see cref="Save"/> put there.</summary>
    internal void Load(StateBag bag)
    {
        Controller.Settings.Recall(bag[_name + "/settings"]);
        Controller.Recall(bag[_name + "/controller"]);
        Boiler.Recall(bag[_name + "/boiler"]);
        if (bag[_name + "/water"] is [var first, var second, var third, var flow, var valve, var top, var bottom])
        {
            (Emitters.Segments[0], Emitters.Segments[1], Emitters.Segments[2]) = (first, second, third);
            (FlowC, Valve, Tank.TopC, Tank.BottomC) = (flow, valve, top, bottom);
        }

        if (bag[_name + "/rooms"] is [var air, var mass])
        {
            (Rooms.AirC, Rooms.MassC) = (air, mass);
        }

        if (bag[_name + "/probes"] is [var outdoor, var room, var sent, var back, var tank])
        {
            (_outdoor.Memory, _room.Memory, _flow.Memory, _return.Memory, _tank.Memory) = (outdoor, room, sent, back, tank);
        }
    }

    private void Measure(double seconds, DateTimeOffset at, Sky sky, FaultBoard faults)
    {
        var room = _name + "/chaufferie/";
        _outdoor.Step(seconds, sky.OutdoorC, at, faults.Of(room + "outdoor"));
        _room.Step(seconds, (0.9 * Rooms.AirC) + (0.1 * Rooms.MassC), at, faults.Of(room + "room"));
        _flow.Step(seconds, FlowC, at, faults.Of(room + "flow"));
        _return.Step(seconds, Emitters.ReturnC, at, faults.Of(room + "return"));
        _tank.Step(seconds, Tank.TopC, at, faults.Of(room + "dhw"));
        Readings = new Readings(_outdoor.Reading, _room.Reading, _flow.Reading, _return.Reading, _tank.Reading);
    }

    private bool SensorMissing() => double.IsNaN(Readings.Outdoor + Readings.Room + Readings.Flow + Readings.Return + Readings.TankTop);

    private void MoveValve(double seconds, Demands asked)
    {
        if (double.IsNaN(Readings.Flow) || Controller.Regime == Regime.Manual)
        {
            return;
        }

        // The controller sees its sensor, not the water: a drifting sensor misleads the valve.
        var (boiler, back, wanted) = (Boiler.WaterC, Emitters.ReturnC, asked.FlowC - _flow.Error);
        var target = !asked.Heating ? 0 : boiler - back < 0.5 ? 1 : Math.Clamp((wanted - back) / (boiler - back), 0, 1);
        var most = seconds / ValveTravelSeconds;
        Valve += Math.Clamp(target - Valve, -most, most);
    }

    private void Exchange(double seconds, DateTime local, Demands asked, bool locked)
    {
        var (boiler, back) = (Boiler.WaterC, Emitters.ReturnC);
        FlowC = Pumping ? back + (Valve * Math.Max(0, boiler - back)) : FlowC + ((Rooms.AirC - FlowC) * Math.Min(1, seconds / 3600));
        CircuitW = Pumping ? Emitters.Flow * (FlowC - back) : 0;
        HeatW = Emitters.Step(seconds, Pumping, FlowC, Rooms.AirC);
        ChargeW = asked.Charge ? Tank.ChargeW(boiler) : 0;
        var drawn = CircuitW + ChargeW;
        BackC = drawn < 1 ? boiler : ((CircuitW * back) + (ChargeW * Math.Min(boiler, Tank.MeanC + 8))) / drawn;
        Boiler.Step(seconds, asked.BoilerC, BackC, drawn, locked);
        var cold = Habits.ColdWaterC(local);
        var share = Math.Clamp((40 - cold) / Math.Max(5, Tank.TopC - cold), 0, 1);
        Tank.Step(seconds, ChargeW, _habits.TapLitresPerSecond(local) * share, cold, Presence > 0 ? _habits.LoopW : 0);
    }
}
