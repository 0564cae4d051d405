using Telemetry.Analytics.Registry;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Alarms.Rules;

/// <summary>Everything the rules may look at, at one instant.</summary>
internal sealed class Picture(Town town, bool connected, DateTimeOffset now, TimeSpan slack, Memory memory)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestHush = TimeSpan.FromHours(2);
    private readonly Dictionary<(string, string), GatewayLink> _gateways = town.Gateways.ToDictionary(link => (link.Municipality, link.Gateway));
    private readonly ILookup<EquipmentId, Point> _points = town.Points.ToLookup(point => point.Id.Equipment);
    private readonly Dictionary<EquipmentId, Equipment> _equipment = town.Equipment.ToDictionary(one => one.Id);
    private readonly Dictionary<EquipmentId, IReadOnlyDictionary<string, Point>> _named = [];
    private readonly Lazy<List<Point>> _outdoors = new(() => [.. town.Points.Where(point => point.Id.Name == Outdoor.Name)]);
    private readonly Lazy<ILookup<(string, string), Point>> _behind = new(() => town.Points.ToLookup(point => (point.Id.Equipment.Municipality, point.Id.Equipment.Gateway)));
    private readonly Dictionary<string, double> _outdoor = new(StringComparer.Ordinal);
    private readonly Dictionary<EquipmentId, DateTimeOffset> _toldUntil = [];

    internal Town Town => town;

    internal Memory Memory => memory;

    /// <summary>Whether the centre itself hears its broker.</summary>
    internal bool Connected => connected;

    internal DateTimeOffset Now => now;

    /// <summary>How far a town that runs fast over a real network may lag behind its own clock.</summary>
    internal TimeSpan Slack => slack;

    /// <summary>The instant up to which an equipment is known.</summary>
    /// <remarks>
    /// Now, but in a town that runs fast: there minutes pass while values are on their way, and what an old value says must not count for a delay. With
    /// nothing heard yet, and for what has no points, now.
    /// </remarks>
    internal DateTimeOffset ToldUntil(EquipmentId id)
    {
        if (slack == TimeSpan.Zero)
        {
            return now;
        }

        if (!_toldUntil.TryGetValue(id, out var until))
        {
            var latest = Points(id).Select(point => memory.Latest(point.Id)).OfType<Sample>().Select(sample => (DateTimeOffset?)sample.At).Max();
            _toldUntil[id] = until = latest < now ? latest.Value : now;
        }

        return until;
    }

    internal GatewayLink? Gateway(EquipmentId id) => _gateways.GetValueOrDefault((id.Municipality, id.Gateway));

    internal IEnumerable<Point> Points(EquipmentId id) => _points[id];

    /// <summary>The points of an equipment by name.</summary>
    internal IReadOnlyDictionary<string, Point> Named(EquipmentId id)
    {
        if (!_named.TryGetValue(id, out var points))
        {
            _named[id] = points = Points(id).ToDictionary(point => point.Id.Name, StringComparer.Ordinal);
        }

        return points;
    }

    /// <summary>Every point behind the gateway of an equipment.</summary>
    internal IEnumerable<Point> Behind(EquipmentId id) => _behind.Value[(id.Municipality, id.Gateway)];

    /// <summary>Every outdoor sensor.</summary>
    internal IReadOnlyList<Point> Outdoors => _outdoors.Value;

    internal Equipment? Equipment(EquipmentId id) => _equipment.GetValueOrDefault(id);

    /// <summary>The value of a point when it may be relied on now: from a gateway that is there, believable, and not old; else null.</summary>
    internal double? Live(Point point)
    {
        if (memory.Latest(point.Id) is not { } sample || !IsBelievable(sample) || Gateway(point.Id.Equipment) is not { Online: true })
        {
            return null;
        }

        return now - sample.At <= Patience(point) + slack ? sample.Value : null;
    }

    /// <summary>Whether what was last heard of a point may be believed, however old it is.</summary>
    internal static bool IsBelievable(Sample sample) => sample.Quality is Quality.Good or Quality.ClockUncertain;

    /// <summary>How cold it is there: see <see cref="Outdoor"/>.</summary>
    internal double OutdoorAt(EquipmentId id)
    {
        var own = Outdoors.FirstOrDefault(point => point.Id.Equipment.Gateway == id.Gateway && point.Id.Equipment.Municipality == id.Municipality);
        if (own is not null && Live(own) is { } live)
        {
            return live;
        }

        var key = $"{id.Municipality}/{id.Gateway}";
        if (!_outdoor.TryGetValue(key, out var around))
        {
            _outdoor[key] = around = Outdoor.Median(Outdoor.Neighbours(this, id)) ?? Outdoor.LastHeard(this, id) ?? Outdoor.Fallback;
        }

        return around;
    }

    // A controller is asked all the time; a sensor on a battery speaks when it has something to say, and its gateway tells when it has not for too long.
    private TimeSpan Patience(Point point)
    {
        var patience = (point.Heartbeat * 2) + Moment;
        return Equipment(point.Id.Equipment)?.Kind == EquipmentKind.BoilerRoom || point.Quantity is Quantity.Fault or Quantity.OnOff || patience > LongestHush ? patience : LongestHush;
    }
}
