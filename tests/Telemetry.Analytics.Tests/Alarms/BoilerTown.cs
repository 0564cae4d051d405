using Telemetry.Analytics.Alarms.Rules;
using Telemetry.Analytics.Registry;
using Telemetry.Model.Alarms;
using Telemetry.Model.Control;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.Alarms;

/// <summary>Three sites with a boiler room each, an evaluator, and a clock that the test moves.</summary>
internal sealed class BoilerTown
{
    internal const string Municipality = "valmont";
    private readonly Dictionary<PointId, (double Value, Quality Quality)> _values = [];
    private readonly HashSet<PointId> _mute = [];
    private readonly HashSet<string> _offline = [];
    private readonly List<Point> _points = [];
    private readonly List<Equipment> _equipment = [];
    private Town? _town;

    internal BoilerTown(IEnumerable<(AlarmKind, AlarmSource, Severity)>? standing = null)
    {
        Board = new AlarmBoard(Catalogue.All, standing ?? []);
        foreach (var site in new[] { "ecole", "mairie", "gymnase" })
        {
            Install(site, "chaufferie", EquipmentKind.BoilerRoom);
            Set(site, "outdoor.temperature", 8);
            Set(site, "flow.temperature", 55);
            Set(site, "flow.temperature.sp", 57);
            Set(site, "room.temperature", 19.2);
            Set(site, "room.temperature.sp", 19);
            Set(site, "room.temperature.sp.active", 19);
            Set(site, "pump.state", 1);
            Set(site, "mode", (double)HeatingMode.Automatic);
        }
    }

    internal AlarmBoard Board { get; }

    internal DateTimeOffset Now { get; private set; } = new(2026, 1, 15, 6, 0, 0, TimeSpan.Zero);

    internal bool Connected { get; set; } = true;

    /// <summary>How far a town that runs fast may lag behind its own clock.</summary>
    internal TimeSpan Slack { get; set; }

    internal List<Condition> Changes { get; } = [];

    /// <summary>Codes of what stands, in order.</summary>
    internal string Standing => string.Join(' ', Changes.GroupBy(one => (one.Kind, one.Source)).Where(group => group.Last().Holds)
        .Select(group => group.Key.Kind.Code).Order(StringComparer.Ordinal));

    internal Condition Last(AlarmKind kind) => Changes.Last(one => one.Kind == kind);

    internal static EquipmentId Id(string site, string device = "chaufferie") => new(Municipality, $"gw-{site}", device);

    internal void Install(string site, string device, EquipmentKind kind)
    {
        _town = null;
        _equipment.Add(new Equipment { Id = Id(site, device), BuildingId = site, Name = device, Kind = kind, Model = "any" });
    }

    internal void Set(string site, string name, double value, string device = "chaufferie", Quality quality = Quality.Good)
    {
        var id = new PointId(Id(site, device), name);
        if (!_values.ContainsKey(id))
        {
            _town = null;
            _points.Add(new Point
            {
                Id = id, Unit = "",
                Quantity = name is "mode" ? Quantity.Mode : name.Contains("temperature", StringComparison.Ordinal) ? Quantity.Temperature
                    : name.EndsWith("level", StringComparison.Ordinal) || name.Contains("pressure", StringComparison.Ordinal) || name.Contains("volume", StringComparison.Ordinal)
                        || name.EndsWith("position", StringComparison.Ordinal) ? Quantity.Dimensionless : Quantity.OnOff,
                Function = name.Contains(".sp", StringComparison.Ordinal) ? PointFunction.Setpoint : PointFunction.Sensor,
            });
        }

        _values[id] = (quality.IsBad ? double.NaN : value, quality);
    }

    internal void Offline(string site, bool offline = true)
    {
        _town = null;
        _ = offline ? _offline.Add(site) : _offline.Remove(site);
    }

    /// <summary>A point says nothing at all any more: its last value only gets older.</summary>
    internal void Mute(string site, string name, string device = "chaufferie") => _mute.Add(new PointId(Id(site, device), name));

    internal void Order(string site, OrderState state, Refusal refusal = Refusal.None) =>
        Board.Hear(Id(site), new OrderReport { Order = Guid.NewGuid(), State = state, At = Now, Refusal = refusal }, order: null);

    /// <summary>A step of an order of a kind.</summary>
    internal void Order(string site, OrderState state, OrderKind kind, double value)
    {
        var order = new Order
        {
            Id = Guid.NewGuid(), Kind = kind, Point = new PointId(Id(site), "mode"), Value = value, By = "Léa", Reason = "",
            RequestedAt = Now, Until = Now.AddHours(8), ExpiresAt = Now.AddMinutes(2),
        };
        Board.Hear(Id(site), new OrderReport { Order = order.Id, State = state, At = Now }, order);
    }

    /// <summary>Time passes, a look every half minute, every value told again each minute; coarser over many hours.</summary>
    internal BoilerTown Pass(TimeSpan time)
    {
        var step = time > TimeSpan.FromHours(3) ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(30);
        for (var until = Now + time; Now < until; Now += step)
        {
            Look(tell: Now.Second == 0 || step > TimeSpan.FromSeconds(30));
        }

        return this;
    }

    internal BoilerTown Pass(double minutes) => Pass(TimeSpan.FromMinutes(minutes));

    /// <summary>Time passes without a word, then one look.</summary>
    internal void LookLater(TimeSpan time)
    {
        Now += time;
        Look(tell: false);
    }

    /// <summary>One look now.</summary>
    internal BoilerTown Look(bool tell = true)
    {
        foreach (var (id, (value, quality)) in tell ? _values : [])
        {
            if (!_mute.Contains(id) && !_offline.Contains(id.Equipment.Gateway[3..]))
            {
                Board.Hear(new Sample(id, Now, value, quality));
            }
        }

        Changes.AddRange(Board.Look(Town(), Connected, Now, Slack));
        return this;
    }

    private Town Town() => _town ??= new Town
    {
        Buildings = [.. _equipment.Select(one => one.BuildingId).Distinct().Select(id => new Building { Id = id, Municipality = Municipality, Name = id, Use = BuildingUse.School })],
        Equipment = [.. _equipment],
        Points = [.. _points],
        Gateways = [.. _equipment.Select(one => one.Id.Gateway).Distinct().Select(gateway => new GatewayLink(Municipality, gateway, !_offline.Contains(gateway[3..]), Now, 0, 0))],
    };
}
