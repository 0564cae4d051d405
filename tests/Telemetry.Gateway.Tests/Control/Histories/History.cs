using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control;
using Telemetry.Gateway.Control.Programmes;
using Telemetry.Messaging.Programmes;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;
using Telemetry.Gateway.Tests.Control.Programmes;

namespace Telemetry.Gateway.Tests.Control.Histories;

/// <summary>One random life of a boiler room: orders, programmes, faults, clock jumps, deaths, against the real desk. The seed is the whole of it.</summary>
internal sealed class History : IDisposable
{
    private static readonly string[] People = ["Camille", "Dominique"];
    private readonly Random _random;
    private readonly JumpClock _clock = new();
    private readonly CannedPlant _plant = new();
    private readonly Witness _witness;
    private readonly DeviceConfiguration _device;
    private readonly ControlFile _file;
    private readonly Dictionary<string, double> _senses = new(StringComparer.Ordinal) { ["room.temperature"] = 18, ["flow.temperature"] = 45, ["outdoor.temperature"] = 4, ["fault.state"] = 0, ["dhw.temperature"] = 58, ["burner.state"] = 0 };
    private readonly Dictionary<Guid, OrderKind> _sent = [];
    private readonly List<Metric> _seen = [];
    private ControlDesk _desk = null!;
    private ProgrammeDesk _programmes = null!;
    private ProgrammePoints _points = null!;
    private readonly RoomKind _kind;
    private (bool Set, bool Certain) _trust = (true, true);
    private int _version;
    private bool _slopeKept;
    private int _slope = 21;

    internal History(int seed, DeviceConfiguration device, ControlFile file)
    {
        _random = new Random(seed);
        _kind = (seed % 8) switch { 1 => RoomKind.OwnBurner, 3 => RoomKind.NoSwitch, 5 => RoomKind.WideSite, 7 => RoomKind.SmallBudget, _ => RoomKind.AsShipped };
        _device = device.As(_kind);
        _file = file;
        _witness = new Witness(_plant, _clock, _kind);
        _plant.Witness = _witness.See;
        Begin();
    }

    internal int Orders => _sent.Count;

    internal int Writes => _witness.Writes;

    internal (int Slopes, int HotTanks) Kept => _witness.Kept;

    internal int Deaths { get; private set; }

    /// <summary>Lives so many events, then lets everything end; what was wrong.</summary>
    internal IReadOnlyList<string> Live(int events)
    {
        for (var i = 0; i < events && _witness.Wrongs.Count == 0; i++)
        {
            Event();
            Go();
        }

        Settle();
        return _witness.Wrongs;
    }

    public void Dispose()
    {
        _programmes.Dispose();
        _desk.Dispose();
        _points.Dispose();
        _file.Dispose();
    }

    private void Begin()
    {
        _points = new ProgrammePoints();
        _points.Samples.Subscribe(sample => _slopeKept = sample.Point.Name == "programme.kept.curve.slope" ? sample.Value.Equals((double)KeptState.Kept) : _slopeKept);
        _desk = new ControlDesk([(_device, _plant)], _file, Hear, _clock, NullLogger.Instance, new DeskSenses { Live = Sense, Clock = () => _trust });
        _programmes = new ProgrammeDesk(_desk, _points, NullLogger.Instance, _random.NextDouble());
        _desk.Start();
        _programmes.Start();
    }

    private void Die()
    {
        Deaths++;
        _witness.Died();
        _clock.Forget();
        _plant.Forget();
        _programmes.Dispose();
        _desk.Dispose();
        _points.Dispose();
        Begin();
    }

    private void Go()
    {
        if (!_plant.Run())
        {
            Die();
            _plant.Run();
        }

        _witness.Done();
    }

    private void Event()
    {
        switch (_random.Next(22))
        {
            case < 7:
                Send();
                break;
            case < 9:
                Plan();
                break;
            case < 13:
                Pass(TimeSpan.FromSeconds(Math.Pow(10, _random.NextDouble() * 5)));
                break;
            case 13:
                _clock.Jump(TimeSpan.FromHours((_random.NextDouble() * 96) - 48));
                Trust(_random.Next(5) > 0, _random.Next(2) == 0);
                break;
            case 14:
                (_plant.Silent, _plant.Stubborn) = (_random.Next(3) == 0, _random.Next(4) == 0);
                break;
            case 15:
                Visit();
                break;
            case 16:
                _senses["fault.state"] = _random.Next(3) == 0 ? 1 : 0;
                _senses["room.temperature"] = _random.Next(4) switch { 0 => double.NaN, 1 => 2 + (_random.NextDouble() * 4), _ => 5 + (_random.NextDouble() * 18) };
                _senses["dhw.temperature"] = _random.Next(4) == 0 ? double.NaN : 45 + (_random.NextDouble() * 30);
                _witness.Fault = _senses["fault.state"] > 0 && !double.IsNaN(_senses["room.temperature"] + _senses["dhw.temperature"]);
                _witness.Room = _senses["room.temperature"];
                break;
            case 17:
                _plant.DieAfter(_random.Next(25));
                break;
            case 18:
                Trust(set: true, certain: true);
                _desk.Reached(_device.Equipment.Id);
                _programmes.Reached(_device.Equipment.Id);
                break;
            case 19:
                Burn();
                break;
            case 20:
                Hurry();
                break;
            default:
                Die();
                break;
        }
    }

    private void Trust(bool set, bool certain) => (_trust, _witness.Trust) = ((set, set && certain), (set, set && certain));

    // The burner starts or stops between two looks of the desk; then somebody asks something, as often as not.
    private void Burn()
    {
        var deaths = Deaths;
        _clock.Tick();
        Go();
        _senses["burner.state"] = 1 - _senses["burner.state"];
        _clock.Tick();
        // A desk that died between its two looks has seen no change.
        _witness.Burner = Deaths == deaths ? (_senses["burner.state"] > 0, _clock.Now) : null;
        Go();
        Hurry();
    }

    // People at two screens who try one thing after the other.
    private void Hurry()
    {
        for (var i = _random.Next(14); i > 0 && _witness.Wrongs.Count == 0; i--)
        {
            Send();
            Pass(TimeSpan.FromSeconds(_random.Next(4)));
            Go();
        }
    }

    private void Pass(TimeSpan time)
    {
        _clock.Pass(time);
        _clock.Tick();
        Go();
        _clock.Pass(TimeSpan.FromSeconds(1));
        Unbusy();
        _clock.Tick();
    }

    // Somebody comes, perhaps sets something by hand, and leaves: or stays for now.
    private void Visit()
    {
        if (_kind == RoomKind.NoSwitch)
        {
            return;
        }

        _plant.Local = !_plant.Local;
        if (_plant.Local && _random.Next(3) == 0)
        {
            _plant.Holding[CannedPlant.Comfort] = _random.Next(60, 280);
            _witness.ByHand(_plant.Holding[CannedPlant.Comfort]);
        }

        if (_plant.Local && _random.Next(2) == 0)
        {
            // Told as kept may be a moment old: only what stands there as it was asked was theirs to change.
            var (before, after) = (_plant.Holding[CannedPlant.Slope], _random.Next(3, 33));
            _plant.Holding[CannedPlant.Slope] = after;
            _witness.SlopeByHand(after, _slopeKept && before == _slope && after != before, after == _slope);
        }

        if (!_plant.Local)
        {
            _witness.OnSite();
        }

        Unbusy();
        _clock.Tick();
        Go();
    }

    // The wait after a failed try is real time; here nothing really lasts.
    private void Unbusy()
    {
        foreach (var plant in _desk.Hand.Plants)
        {
            plant.BusyUntil = 0;
        }
    }

    private void Send()
    {
        var again = _seen.Count > 0 && _random.Next(8) == 0;
        var metric = again ? _seen[_random.Next(_seen.Count)] : Order();
        var retained = _random.Next(12) == 0;
        var late = (long)metric.Properties["order.expiresAt"]! <= _clock.Now.ToUnixTimeMilliseconds();
        _seen.Add(metric);
        _witness.Forbidden = again || retained || late;
        _desk.Take(_device.Equipment.Id, new SparkplugCommand(_device.Equipment.Id.Device, [metric], retained));
        Go();
        _witness.Forbidden = false;
    }

    private Metric Order()
    {
        var id = Guid.NewGuid();
        var kind = _random.Next(10) switch { < 5 => OrderKind.Override, < 7 => OrderKind.Release, 7 => OrderKind.Force, 8 => OrderKind.Reserve, _ => _random.Next(2) == 0 ? OrderKind.SafeState : OrderKind.Force };
        _sent[id] = kind;
        double[] odd = [double.NaN, double.PositiveInfinity, -1e9, 15.9, 22.1, 0, 400];
        var value = kind switch
        {
            OrderKind.Override => _random.Next(5) == 0 ? odd[_random.Next(odd.Length)] : 16 + (_random.Next(13) * 0.5),
            OrderKind.Force => _random.Next(12) == 0 ? 2.5 : _random.Next(-1, 7),
            _ => _random.Next(2),
        };
        var now = _clock.Now.ToUnixTimeMilliseconds();
        var until = now + (long)((_random.NextDouble() * 400) - 5) * 3_600_000;
        var (by, reason, role) = (People[_random.Next(2)], _random.Next(2) == 0 ? "" : "essai", (OrderRole)_random.Next(3));
        _witness.Ask(id, new Witness.Asked(kind, by, role, value, DateTimeOffset.FromUnixTimeMilliseconds(until), reason));
        return new Metric
        {
            Name = kind switch { OrderKind.Force => "mode", OrderKind.SafeState => "safety", OrderKind.Reserve => "reservation", _ => _random.Next(10) == 0 ? "fault.state" : "room.temperature.sp" },
            Type = MetricType.Double,
            Value = kind is OrderKind.Release or OrderKind.SafeState ? null : value,
            Properties = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["order.id"] = id.ToString("D", CultureInfo.InvariantCulture),
                ["order.kind"] = kind.ToString(),
                ["order.until"] = until,
                ["order.requestedAt"] = now,
                ["order.expiresAt"] = now + (_random.Next(6) == 0 ? -1 : 60_000),
                ["order.by"] = by,
                ["order.reason"] = reason,
                ["order.role"] = role.ToString(),
            },
        };
    }

    private void Plan()
    {
        var current = _programmes.Current(_device.Equipment.Id.Device)?.Version ?? 0;
        var programme = SchoolProgramme.Owned(_random.Next(3) == 0 ? ScheduleOwner.Controller : ScheduleOwner.Gateway, ++_version) with
        {
            Previous = _random.Next(6) == 0 ? 77 : current,
            HotWater = HotWaterSettings.Usual,
        };
        programme = Keeping(_random.Next(5) == 0 ? Warm(programme) : programme);
        var id = Guid.NewGuid();
        _sent[id] = OrderKind.Programme;
        _programmes.Take(_device.Equipment.Id, new SparkplugCommand(
            _device.Equipment.Id.Device, [ProgrammeWire.Command(programme, id, _clock.Now, _clock.Now.AddMinutes(1), OrderRole.Technician)], Retained: false));
    }

    // Small children may have it warmer than this site lets people ask.
    private static Programme Warm(Programme programme) => programme with
    {
        Reason = "crèche",
        Zones = [programme.Zones[0] with { Zone = programme.Zones[0].Zone with { Premises = Premises.SmallChildren }, Settings = ZoneSettings.For(Premises.SmallChildren, Emitter.Radiators).With(Setting.Comfort, 24) }],
    };

    // Slope and tank are kept in the controller, or no longer; the slope as before, or asked anew.
    private Programme Keeping(Programme programme)
    {
        var before = _programmes.Current(_device.Equipment.Id.Device);
        var kept = new List<KeptSetting>();
        if (_random.Next(3) > 0)
        {
            var known = before?.Kept.FirstOrDefault(one => one.Setting == Setting.CurveSlope);
            var slope = known is null || _random.Next(2) == 0 ? _random.Next(5, 30) : (int)Math.Round(before!.Zones[0].Settings.Curve.Slope * 10);
            var asked = known is not null && slope == (int)Math.Round(before!.Zones[0].Settings.Curve.Slope * 10) ? known.Asked : programme.Version;
            kept.Add(new KeptSetting(Setting.CurveSlope, asked));
            programme = programme with { Zones = [programme.Zones[0] with { Settings = programme.Zones[0].Settings.With(Setting.CurveSlope, slope / 10.0) }] };
            if (asked == programme.Version && programme.Previous != 77)
            {
                _slope = slope;
                _witness.AskSlope(slope);
            }
        }

        if (_random.Next(2) == 0)
        {
            kept.Add(new KeptSetting(Setting.HotWater, before?.Kept.FirstOrDefault(one => one.Setting == Setting.HotWater)?.Asked ?? programme.Version));
        }

        return programme with { Kept = kept };
    }

    // All is well again, and a month passes: whatever was asked must have ended.
    private void Settle()
    {
        _plant.DieAfter(-1);
        Trust(set: true, certain: true);
        (_plant.Silent, _plant.Stubborn) = (false, false);
        (_senses["fault.state"], _senses["room.temperature"], _witness.Fault) = (0, 18, false);
        for (var i = 0; i < 2; i++)
        {
            Visit();
        }

        _plant.Local = _kind != RoomKind.NoSwitch;
        Visit();
        for (var i = 0; i < 4 && _witness.Wrongs.Count == 0; i++)
        {
            Pass(TimeSpan.FromDays(10));
            Go();
        }

        // A run that began meanwhile ends, and the tank is as it was, or as the programme keeps it.
        while (TimeZoneInfo.ConvertTime(_clock.Now, SchoolProgramme.Paris).Hour != 12)
        {
            Pass(TimeSpan.FromHours(1));
            Go();
        }

        Account();
    }

    private void Account()
    {
        if (_plant.Holding[CannedPlant.Tank] > 650 || _plant.Holding[CannedPlant.TankAtRest] > 650)
        {
            _witness.Wrongs.Add($"the tank is left at {_plant.Holding[CannedPlant.Tank]} and {_plant.Holding[CannedPlant.TankAtRest]}");
        }

        var last = OrderState.Requested;
        foreach (var (id, kind) in _sent)
        {
            var steps = _witness.Told.GetValueOrDefault(id, []);
            last = steps.Count > 0 ? steps[^1] : OrderState.Requested;
            var over = last is OrderState.Refused or OrderState.Expired or OrderState.Released or OrderState.Replaced
                || (last == OrderState.Confirmed && kind is OrderKind.Programme or OrderKind.Reserve)
                || (last == OrderState.Unconfirmed && kind is OrderKind.Release or OrderKind.Programme);
            if (!over)
            {
                _witness.Wrongs.Add($"{kind} {id} never ended: {string.Join(" ", steps)}");
            }
        }

        if (_desk.AllInForce.Count > 0)
        {
            _witness.Wrongs.Add("something is in force a month later");
        }
    }

    private void Hear(PointId point, OrderReport report) => _witness.Hear(report, _sent.GetValueOrDefault(report.Order));

    private Sample? Sense(PointId point) => _senses.TryGetValue(point.Name, out var value)
        ? double.IsNaN(value) ? Sample.Missing(point, _clock.Now, Quality.NoSensor) : new Sample(point, _clock.Now, value, Quality.Good)
        : null;
}
