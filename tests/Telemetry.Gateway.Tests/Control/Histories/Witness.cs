using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Tests.Control.Programmes;
using Telemetry.Model.Control;

namespace Telemetry.Gateway.Tests.Control.Histories;

/// <summary>Knows by itself, without a line of what it watches, which writes are forbidden at any moment.</summary>
internal sealed class Witness(CannedPlant plant, JumpClock clock, RoomKind room)
{
    private readonly Dictionary<Guid, List<OrderState>> _told = [];
    private readonly HashSet<int> _everThere = [190, 160];
    private readonly Dictionary<Guid, Asked> _asked = [];
    private (string By, DateTimeOffset Until)? _holder;

    /// <summary>The order that is being executed, and the registers that it changed.</summary>
    private (Guid Id, Asked Asked, HashSet<int> Changed)? _executing;

    /// <summary>Writes since the bus was last at rest: the gateway has counted them once it is.</summary>
    private readonly List<(DateTimeOffset At, bool Mode, bool Changes)> _fresh = [];

    private readonly List<(DateTimeOffset At, bool Mode, bool Changes)> _counted = [];
    private readonly Dictionary<DateOnly, int> _days = [];

    /// <summary>What somebody asked, as it was put on the wire.</summary>
    internal sealed record Asked(OrderKind Kind, string By, OrderRole Role, double Value, DateTimeOffset Until, string Reason);

    /// <summary>Slopes that the curve may have: asked by a programme, or once there.</summary>
    private readonly HashSet<int> _slopes = [21];

    private bool _slopeLeft;

    /// <summary>Real time at which the tank was first seen hot at an hour at which it should not be.</summary>
    private TimeSpan? _hotSince;

    /// <summary>What was wrong, in the order in which it was seen.</summary>
    internal List<string> Wrongs { get; } = [];

    internal int Writes { get; private set; }

    /// <summary>Writes of the slope, and of a tank hotter than at other times.</summary>
    internal (int Slopes, int HotTanks) Kept { get; private set; }

    /// <summary>While true nothing may be written at all: the message at hand is late, retained, known or nonsense.</summary>
    internal bool Forbidden { get; set; }

    /// <summary>The plant was put in safety and nobody has been there since.</summary>
    internal bool InSafety { get; private set; }

    /// <summary>The controller reports a fault that no lost sensor explains.</summary>
    internal bool Fault { get; set; }

    /// <summary>Whether the gateway's clock was ever set, and may be believed.</summary>
    internal (bool Set, bool Certain) Trust { get; set; } = (true, true);

    /// <summary>The room, °C; not a number while nobody knows.</summary>
    internal double Room { get; set; } = 18;

    /// <summary>The burner that the desk saw change, and when; null when it saw none change.</summary>
    internal (bool On, DateTimeOffset Since)? Burner { get; set; }

    internal IReadOnlyDictionary<Guid, List<OrderState>> Told => _told;

    /// <summary>Somebody asks something; whether it may be done is judged when it is.</summary>
    internal void Ask(Guid order, Asked asked) => _asked[order] = asked;

    /// <summary>The gateway died: who held the plant is forgotten with it.</summary>
    internal void Died()
    {
        (_holder, _executing, Burner, _hotSince) = (null, null, null, null);
        _fresh.Clear();
        _counted.Clear();
    }

    /// <summary>The bus is at rest.</summary>
    internal void Done()
    {
        foreach (var write in _fresh)
        {
            var day = DateOnly.FromDateTime(write.At.UtcDateTime);
            _days[day] = _days.GetValueOrDefault(day) + 1;
        }

        _counted.AddRange(_fresh);
        _fresh.Clear();
        _executing = null;
        LookAtTank();
    }

    // Whatever else is the matter, a run's end reaches a device that can be reached.
    private void LookAtTank()
    {
        var hot = plant.Holding[CannedPlant.Tank] > 650 || plant.Holding[CannedPlant.TankAtRest] > 650;
        if (!hot || AtNight() || plant.Silent || plant.Stubborn || plant.Local)
        {
            _hotSince = null;
        }
        else if (clock.Steady - (_hotSince ??= clock.Steady) > TimeSpan.FromMinutes(30))
        {
            Wrongs.Add($"the tank is left at {plant.Holding[CannedPlant.Tank]} and {plant.Holding[CannedPlant.TankAtRest]} at {clock.Now:O}");
        }
    }

    /// <summary>Somebody on site set a value by hand: it may be put back.</summary>
    internal void ByHand(int value) => _everThere.Add(value);

    /// <summary>A programme asks a slope; asked anew, what was done on site is undone.</summary>
    internal void AskSlope(int value) => (_, _slopeLeft) = (_slopes.Add(value), false);

    /// <summary>Somebody on site set the slope; where the gateway had it as asked and had said so, it is theirs from now on, unless they put back what was asked.</summary>
    internal void SlopeByHand(int value, bool wasKept, bool asAsked) => (_, _slopeLeft) = (_slopes.Add(value), !asAsked && (_slopeLeft || wasKept));

    /// <summary>Somebody went there and switched to local and back.</summary>
    internal void OnSite() => InSafety = false;

    internal void Hear(OrderReport report, OrderKind kind)
    {
        if (!_told.TryGetValue(report.Order, out var steps))
        {
            _told[report.Order] = steps = [];
        }

        if (report.State == OrderState.Checked && steps.Contains(OrderState.Checked))
        {
            Wrongs.Add($"{report.Order} executed twice");
        }

        // Told again after a restart, a step is no second execution.
        if (!steps.Contains(report.State) && _asked.TryGetValue(report.Order, out var asked))
        {
            Judge(asked, report.State);
            _executing = report.State switch
            {
                OrderState.Checked => (report.Order, asked, []),
                OrderState.Sent => _executing,
                _ => null,
            };
        }

        steps.Add(report.State);

        InSafety |= kind == OrderKind.SafeState && report.State == OrderState.Checked;
    }

    internal void See(RegisterKind kind, int address, int value)
    {
        Writes++;
        Kept = (Kept.Slopes + (address == CannedPlant.Slope ? 1 : 0), Kept.HotTanks + (address is CannedPlant.Tank or CannedPlant.TankAtRest && value > 650 ? 1 : 0));
        var what = $"{kind} {address} = {value} at {clock.Now:O}";
        if (Forbidden)
        {
            Wrongs.Add($"written for a message that must do nothing: {what}");
        }

        if (plant.Local)
        {
            Wrongs.Add($"written while somebody is at the device: {what}");
        }

        var known = (kind, address) switch
        {
            (RegisterKind.Coil, CannedPlant.Level) => value is 0 or 1,
            // Automatic is never written, manual never at all.
            (RegisterKind.Holding, CannedPlant.Mode) => value is 2 or 4 or 5,
            // Within what the site allows people, or as it was before.
            (RegisterKind.Holding, CannedPlant.Comfort) => (room == RoomKind.WideSite ? value is >= 50 and <= 300 : value is >= 160 and <= 220) || _everThere.Contains(value),
            (RegisterKind.Holding, CannedPlant.Night) => value is >= 50 and <= 300,
            (RegisterKind.Holding, CannedPlant.Slope) => value is >= 3 and <= 32 && _slopes.Contains(value),
            // Hot enough to scald only while a run may last: it is due at 02:00 and given up at 06:00.
            (RegisterKind.Holding, CannedPlant.Tank) => value is >= 550 and <= 650 || (value <= 750 && AtNight()),
            (RegisterKind.Holding, CannedPlant.TankAtRest) => value is >= 500 and <= 650 || (value <= 750 && AtNight()),
            _ => false,
        };
        if (!known)
        {
            Wrongs.Add($"outside everything: {what}");
        }

        if (_slopeLeft && (kind, address) is (RegisterKind.Holding, CannedPlant.Slope))
        {
            Wrongs.Add($"written over what was changed on site: {what}");
        }

        if (kind == RegisterKind.Holding && address == CannedPlant.Slope && Trust != (true, true))
        {
            Wrongs.Add($"a setting written by a clock that nobody believes: {what}");
        }

        Pace(kind, address, value, what);
        var cooled = kind == RegisterKind.Holding && address is CannedPlant.Tank or CannedPlant.TankAtRest && plant.Holding[address] > 650 && value < plant.Holding[address];
        if (InSafety && !cooled && !((kind, address, value) is (RegisterKind.Coil, CannedPlant.Level, 0) or (RegisterKind.Holding, CannedPlant.Mode, 2)))
        {
            Wrongs.Add($"something else than a stop while in safety: {what}");
        }
    }

    // A person's order: no more than ten changes a minute, no second change of mode within two.
    private void Pace(RegisterKind kind, int address, int value, string what)
    {
        var mode = (kind, address) is (RegisterKind.Holding, CannedPlant.Mode);
        var changes = (kind == RegisterKind.Coil ? plant.Coils : plant.Holding).GetValueOrDefault(address) != value;
        _fresh.Add((clock.Now, mode, changes));
        if (!changes || _executing is not { Asked.Kind: OrderKind.Override or OrderKind.Force } executing || !executing.Changed.Add(address))
        {
            return;
        }

        if (_counted.Count(write => write.Changes && write.At <= clock.Now && clock.Now - write.At < TimeSpan.FromMinutes(1)) + executing.Changed.Count > 10)
        {
            Wrongs.Add($"more than ten changes a minute: {what}");
        }

        if (mode && _counted.LastOrDefault(write => write is { Mode: true, Changes: true }) is { At.Year: > 1 } last && last.At <= clock.Now && clock.Now - last.At < TimeSpan.FromMinutes(2))
        {
            Wrongs.Add($"the mode changed twice in two minutes: {what}");
        }
    }

    private bool AtNight() => TimeZoneInfo.ConvertTime(clock.Now, SchoolProgramme.Paris).Hour is >= 2 and < 6;

    // An order that is executed although its author, its end, its colleague or the plant forbids it.
    private void Judge(Asked asked, OrderState state)
    {
        var executed = state == OrderState.Checked || (asked.Kind == OrderKind.Reserve && state is OrderState.Confirmed or OrderState.Released);
        if (!executed)
        {
            return;
        }

        if (asked.Kind != OrderKind.SafeState && _holder is { } holder && holder.By != asked.By && clock.Now < holder.Until && holder.Until - clock.Now <= TimeSpan.FromMinutes(15))
        {
            Wrongs.Add($"executed for {asked.By} while {holder.By} holds the plant: {asked}");
        }

        if (asked is { Kind: OrderKind.Force or OrderKind.SafeState, Role: OrderRole.SiteUser })
        {
            Wrongs.Add($"executed for somebody who may not: {asked}");
        }

        var hours = (asked.Until - clock.Now).TotalHours;
        var most = asked.Role switch { OrderRole.Administrator => 14 * 24, OrderRole.Technician => 72, _ => 24 };
        if (asked.Kind is OrderKind.Override or OrderKind.Force && (hours <= 0 || hours > most || (hours > 72 && asked.Reason.Length == 0)))
        {
            Wrongs.Add($"executed with an end {hours:0.0} h away: {asked}");
        }

        if (asked.Kind is OrderKind.Override or OrderKind.Force)
        {
            JudgeBeginning(asked);
        }

        if (asked.Kind == OrderKind.SafeState && room == RoomKind.NoSwitch)
        {
            Wrongs.Add("put in a safety that nobody on site can end");
        }

        var lessHeat = asked.Kind == OrderKind.Force && (HeatingMode)(int)asked.Value is HeatingMode.Standby or HeatingMode.Frost;
        if (Fault && asked.Kind is OrderKind.Override or OrderKind.Force && !lessHeat)
        {
            Wrongs.Add($"more heat asked of a plant in fault: {asked}");
        }

        _holder = asked.Kind == OrderKind.Reserve && asked.Value == 0 ? null : (asked.By, clock.Now.AddMinutes(15));
    }

    private void JudgeBeginning(Asked asked)
    {
        if (!Trust.Set)
        {
            Wrongs.Add($"executed by a clock that was never set: {asked}");
        }

        if (asked.Kind == OrderKind.Force && asked.Value is not (1 or 2 or 3 or 4))
        {
            Wrongs.Add($"a mode that nobody offers: {asked}");
        }

        if (asked is { Kind: OrderKind.Force, Value: 4 } && Room < 5)
        {
            Wrongs.Add($"stopped where it freezes: {asked}");
        }

        if (room == RoomKind.SmallBudget && _days.GetValueOrDefault(DateOnly.FromDateTime(clock.Now.UtcDateTime)) >= Rooms.SmallBudget)
        {
            Wrongs.Add($"executed with the day's writes spent: {asked}");
        }

        if (room == RoomKind.OwnBurner && Burner is var (on, since) && clock.Now >= since && clock.Now - since < TimeSpan.FromMinutes(on ? 5 : 8))
        {
            var heats = asked.Kind == OrderKind.Force ? asked.Value == 1 : double.IsNaN(Room) || asked.Value > Room;
            if (heats != on)
            {
                Wrongs.Add($"asked of a burner that {(on ? "runs" : "rests")} since {clock.Now - since}: {asked}");
            }
        }
    }
}
