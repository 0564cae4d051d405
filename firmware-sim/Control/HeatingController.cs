using FirmwareSim.Physics;

namespace FirmwareSim.Control;

/// <summary>A weather-compensated controller with one heating circuit and a tank, whatever its register map looks like.</summary>
internal sealed class HeatingController(BuildingData data, WeekProgramme programme)
{
    private const double RoomInfluence = 4;
    private const double FallbackOutdoor = 0;
    private readonly CurveDesign _design = CurveDesign.Of(data);
    private double _meanOutdoor = 8;
    private double _pumpLeft;
    private bool _summer;
    private bool _roomHeats = true;
    private bool _charging;
    private bool _warming;

    /// <summary>What the technician set.</summary>
    internal Settings Settings { get; } = Settings.For(data);

    /// <summary>Mode of the heating circuit.</summary>
    internal CircuitMode Mode { get; set; }

    /// <summary>Mode of the hot water.</summary>
    internal CircuitMode DhwMode { get; set; }

    /// <summary>A supervisor decides the mode of the circuit, and no longer the controller.</summary>
    internal bool Supervised { get; set; }

    /// <summary>A supervisor decides the mode of the hot water.</summary>
    internal bool DhwSupervised { get; set; }

    /// <summary>What the circuit is doing.</summary>
    internal Regime Regime { get; private set; }

    /// <summary>What the hot water is doing: comfort or reduced, or standby.</summary>
    internal Regime DhwRegime { get; private set; }

    /// <summary>Room set point in force, °C.</summary>
    internal double RoomActive { get; private set; } = data.Comfort;

    /// <summary>Tank set point in force, °C.</summary>
    internal double DhwActive { get; private set; } = 60;

    /// <summary>What is asked of the plant.</summary>
    internal Demands Demands { get; private set; } = new(false, false, 20, false, double.NaN);

    /// <summary>Heating is off because the weather is mild.</summary>
    internal bool Summer => _summer;

    /// <summary>The frost protection is working.</summary>
    internal bool Frost { get; private set; }

    /// <summary>Mean outdoor temperature of about a day, °C.</summary>
    internal double MeanOutdoor => _meanOutdoor;

    /// <summary>Sets what the controller remembers of the weather.</summary>
    internal void StartFrom(double meanOutdoorC) => _meanOutdoor = meanOutdoorC;

    /// <summary>Decides once.</summary>
    internal void Step(double seconds, DateTime local, Readings readings)
    {
        var outdoor = double.IsNaN(readings.Outdoor) ? FallbackOutdoor : readings.Outdoor;
        _meanOutdoor += (outdoor - _meanOutdoor) * Math.Min(1, seconds / 43_200);
        _summer = _meanOutdoor > Settings[Setting.SummerLimit] + (_summer ? -1 : 1);
        if (Settings[Setting.SummerLimit] <= 0)
        {
            _summer = false;
        }

        Regime = RegimeAt(local, readings.Room);
        RoomActive = Regime switch
        {
            Regime.Comfort or Regime.PreComfort => Settings[Setting.RoomDay],
            Regime.Standby => Settings[Setting.FrostRoom],
            _ => Settings[Setting.RoomNight],
        };
        var charge = Charge(local, readings.TankTop);
        if (Regime == Regime.Manual)
        {
            // By hand: the outputs stay; the boiler is left to its own thermostat.
            Demands = Demands with { Charge = charge, BoilerC = Demands.Heating ? Demands.FlowC + 4 : BoilerFor(false, 0, charge) };
            Frost = false;
            return;
        }

        Heat(seconds, outdoor, readings, charge);
    }

    /// <summary>Everything but the settings that must survive a restart.</summary>
    internal double[] Remember() =>
        [_meanOutdoor, _pumpLeft, _summer ? 1 : 0, _roomHeats ? 1 : 0, _charging ? 1 : 0, (int)Mode, (int)DhwMode, Supervised ? 1 : 0, DhwSupervised ? 1 : 0];

    /// <summary>Takes back what <see cref="Remember"/> gave.</summary>
    internal void Recall(double[] memory)
    {
        if (memory.Length == 9)
        {
            (_meanOutdoor, _pumpLeft, _summer, _roomHeats, _charging) = (memory[0], memory[1], memory[2] > 0, memory[3] > 0, memory[4] > 0);
            (Mode, DhwMode) = ((CircuitMode)(int)memory[5], (CircuitMode)(int)memory[6]);
            (Supervised, DhwSupervised) = (memory[7] > 0, memory[8] > 0);
        }
    }

    private void Heat(double seconds, double outdoor, Readings readings, bool charge)
    {
        var room = readings.Room;
        var frostRoom = room < Settings[Setting.FrostRoom] - 1;
        var frostFlow = readings.Flow < 5;
        Frost = frostRoom || frostFlow || outdoor < Settings[Setting.FrostLimit];
        var flow = FlowSetPoint(outdoor, room);
        var heating = (!_summer && RoomAsks(room, flow)) || frostRoom || frostFlow;
        if (heating && Settings[Setting.DhwPriority] > 0 && charge && !frostRoom)
        {
            heating = false;
        }

        _pumpLeft = heating ? 60 * Settings[Setting.PumpPostRun] : Math.Max(0, _pumpLeft - seconds);
        var pump = heating || _pumpLeft > 0 || outdoor < Settings[Setting.FrostLimit];
        Demands = new Demands(pump, heating, flow, charge, BoilerFor(heating, flow, charge));
    }

    private double BoilerFor(bool heating, double flow, bool charge) => (heating, charge) switch
    {
        (true, true) => Math.Max(flow + 4, DhwActive + Settings[Setting.DhwBoost]),
        (true, false) => flow + 4,
        (false, true) => DhwActive + Settings[Setting.DhwBoost],
        _ => double.NaN,
    };

    private double FlowSetPoint(double outdoor, double room)
    {
        var curve = HeatingCurve.Bent(RoomActive, outdoor, _design, Settings[Setting.Slope], Settings[Setting.Level]);
        var gap = RoomActive - room;
        _warming = Regime is Regime.Comfort or Regime.PreComfort && (_warming ? gap > 0.3 : gap > 1);
        if (_warming)
        {
            curve = Math.Max(curve, data.DesignFlow + 5);
        }
        else if (!double.IsNaN(room))
        {
            curve += Math.Clamp(RoomInfluence * gap, -15, 15);
        }

        return Math.Clamp(curve, Settings[Setting.FlowMin], Math.Max(Settings[Setting.FlowMin], Settings[Setting.FlowMax]));
    }

    private bool RoomAsks(double room, double flow)
    {
        if (double.IsNaN(room))
        {
            return Regime is Regime.Comfort or Regime.PreComfort || Settings[Setting.TotalStop] <= 0 || _meanOutdoor < 5;
        }

        var above = Regime is Regime.Comfort or Regime.PreComfort ? 1.0 : 0.3;
        _roomHeats = _roomHeats ? room < RoomActive + above : room < RoomActive + above - 0.5;
        return _roomHeats && flow > RoomActive + 2;
    }

    private Regime RegimeAt(DateTime local, double room)
    {
        switch (Mode)
        {
            case CircuitMode.Day:
                return Regime.Comfort;
            case CircuitMode.Night:
                return Regime.Reduced;
            case CircuitMode.Standby:
                return Regime.Standby;
            case CircuitMode.Manual:
                return Regime.Manual;
            default:
                break;
        }

        var wait = programme.HoursToOpening(local);
        if (wait <= 0)
        {
            return Regime.Comfort;
        }

        var missing = Settings[Setting.RoomDay] - (double.IsNaN(room) ? Settings[Setting.RoomNight] : room);
        var needed = Math.Min(data.WarmUpMostHours, missing / data.WarmUpRate);
        return missing > 0.5 && wait <= needed ? Regime.PreComfort : Regime == Regime.PreComfort && wait < data.WarmUpMostHours ? Regime.PreComfort : Regime.Reduced;
    }

    private bool Charge(DateTime local, double top)
    {
        var soon = programme.HoursToOpening(local) <= 2;
        DhwRegime = DhwMode switch
        {
            CircuitMode.Standby => Regime.Standby,
            CircuitMode.Day => Regime.Comfort,
            CircuitMode.Night => Regime.Reduced,
            CircuitMode.Manual => Regime.Manual,
            _ => soon ? Regime.Comfort : Regime.Reduced,
        };
        DhwActive = DhwRegime switch
        {
            Regime.Standby => 5,
            Regime.Reduced => Settings[Setting.DhwNight],
            _ => Settings[Setting.DhwDay],
        };
        if (DhwRegime != Regime.Standby && Disinfecting(local))
        {
            DhwActive = Math.Max(DhwActive, Settings[Setting.DisinfectionC] + 2);
        }

        if (DhwRegime != Regime.Manual)
        {
            _charging = !double.IsNaN(top) && top < DhwActive - (_charging ? 0 : Settings[Setting.DhwHysteresis]);
        }

        return _charging;
    }

    private bool Disinfecting(DateTime local)
    {
        var day = ((int)local.DayOfWeek + 6) % 7;
        var minutes = local.TimeOfDay.TotalMinutes - Settings[Setting.DisinfectionStart];
        return (((int)Settings[Setting.DisinfectionDays] >> day) & 1) == 1 && minutes >= 0 && minutes < Settings[Setting.DisinfectionMinutes];
    }
}
