using Telemetry.Analytics.Registry;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Alarms.Rules;

/// <summary>What one rule sees of one source at one instant. Only live values are values here.</summary>
public sealed class Situation
{
    private readonly Picture _picture;
    private readonly EquipmentId _id;
    private readonly IReadOnlyDictionary<string, Point> _points;

    internal Situation(Picture picture, EquipmentId id, Point? point, bool standing, bool isSilence)
    {
        (_picture, _id, Point, Standing) = (picture, id, point, standing);
        Now = isSilence ? picture.Now : picture.ToldUntil(id);
        _points = picture.Named(id);
    }

    /// <summary>The instant, UTC; in a town that runs fast, for all but silences, the one up to which the equipment is known.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Whether the alarm stands already: its limit is then the one beyond the hysteresis.</summary>
    public bool Standing { get; }

    /// <summary>The point looked at; null for a rule about more than one.</summary>
    public Point? Point { get; }

    /// <summary>The gateway; null for the centre.</summary>
    public GatewayLink? Gateway => _picture.Gateway(_id);

    /// <summary>Whether the centre hears its broker.</summary>
    public bool Connected => _picture.Connected;

    /// <summary>When anything last came from the gateway, UTC; null when nothing did since the start.</summary>
    public DateTimeOffset? Heard => _picture.Memory.Heard(_id.Municipality, _id.Gateway);

    /// <summary>How far a fast town may lag behind its own clock.</summary>
    public TimeSpan Slack => _picture.Slack;

    /// <summary>How cold it is there, °C; see <see cref="Rules.Outdoor"/>.</summary>
    public double OutdoorC => _picture.OutdoorAt(_id);

    /// <summary>The outdoor sensors of the other sites of the municipality that speak, °C.</summary>
    public IReadOnlyList<double> OutdoorAround => [.. Outdoor.Neighbours(_picture, _id)];

    /// <summary>What became of the equipment's orders.</summary>
    public OrderMemory Orders => _picture.Memory.Orders(_id);

    /// <summary>Use of the building the equipment stands in.</summary>
    public BuildingUse Use => _picture.Equipment(_id) is { } equipment
        ? _picture.Town.Buildings.FirstOrDefault(one => one.Id == equipment.BuildingId && one.Municipality == _id.Municipality)?.Use ?? BuildingUse.Other
        : BuildingUse.Other;

    /// <summary>By how much the building has lastingly used more gas than its weather explains, a share; 0 when it does not, null when nobody can tell.</summary>
    public double? Drift => _picture.Equipment(_id) is { } equipment ? _picture.Memory.Drift(_id.Municipality, equipment.BuildingId) : null;

    /// <summary>Whether somebody on site decides: what the programme wants then says nothing.</summary>
    public bool IsManual => Live("mode") is (double)HeatingMode.Manual || On("local.state") == true;

    /// <summary>Whether what was last heard of each point of the equipment cannot be believed; null when nothing was heard yet.</summary>
    public bool? IsSilent
    {
        get
        {
            var heard = _points.Values.Select(point => _picture.Memory.Latest(point.Id)).OfType<Sample>().ToList();
            return heard.Count == 0 ? null : heard.TrueForAll(sample => !Picture.IsBelievable(sample));
        }
    }

    /// <summary>The value of a point of the equipment, when it may be relied on now.</summary>
    public double? Live(string name) => _points.TryGetValue(name, out var point) ? _picture.Live(point) : null;

    /// <summary>Whether a state is on; null when it cannot be told.</summary>
    public bool? On(string name) => Live(name) is { } value ? value >= 0.5 : null;

    /// <summary>Whether the equipment has the point.</summary>
    public bool Has(string name) => _points.ContainsKey(name);

    /// <summary>How far what was last heard of a point of the equipment may be trusted; null when nothing was.</summary>
    public Quality? QualityOf(string name) => _points.TryGetValue(name, out var point) ? _picture.Memory.Latest(point.Id)?.Quality : null;

    /// <summary>How many boilers the boiler room tells, or the room of the boiler looked at; 0 where none are told.</summary>
    public int Boilers => Cascades.Count(_picture.Town, Cascades.RoomOf(_picture.Town, _id) ?? _id);

    /// <summary>What was last heard of the point looked at.</summary>
    public Sample? Latest => Point is null ? null : _picture.Memory.Latest(Point.Id);

    /// <summary>Whether the point looked at ever had a value.</summary>
    public bool EverSpoke => Point is not null && _picture.Memory.EverSpoke(Point.Id);

    /// <summary>The recent past of a point; null when the rule keeps none of it.</summary>
    public Trail? Trail(string name) => _points.TryGetValue(name, out var point) ? _picture.Memory.Trail(point.Id) : null;

    /// <summary>Whether any point of the gateway was last told with this quality.</summary>
    public bool AnyWith(Quality quality) => _picture.Behind(_id)
        .Any(point => _picture.Memory.Latest(point.Id)?.Quality == quality);

    /// <summary>A state that is trouble when it is on.</summary>
    public Verdict IsOn(string name) => !Has(name) ? Verdict.No : On(name) is { } on ? new Verdict(on) : Verdict.Unknown;

    /// <summary>A value under a limit; when the alarm stands, until it is over the limit by the hysteresis.</summary>
    public Verdict Below(string name, double limit, double hysteresis) => !Has(name) ? Verdict.No
        : Live(name) is { } value ? new Verdict(value < limit + (Standing ? hysteresis : 0), value, limit) : Verdict.Unknown;

    /// <summary>A value over a limit; when the alarm stands, until it is under the limit by the hysteresis.</summary>
    public Verdict Above(string name, double limit, double hysteresis) => !Has(name) ? Verdict.No
        : Live(name) is { } value ? new Verdict(value > limit - (Standing ? hysteresis : 0), value, limit) : Verdict.Unknown;
}
