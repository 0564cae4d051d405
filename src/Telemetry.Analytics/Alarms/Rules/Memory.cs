using Telemetry.Model.Control;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Alarms.Rules;

/// <summary>What was heard so far: the latest of each point, the recent past of some, what became of orders. One evaluator's own.</summary>
internal sealed class Memory(IReadOnlyDictionary<string, TimeSpan> windows)
{
    private readonly Dictionary<PointId, Sample> _latest = [];
    private readonly HashSet<PointId> _spoke = [];
    private readonly Dictionary<PointId, Trail> _trails = [];
    private readonly Dictionary<EquipmentId, OrderMemory> _orders = [];
    private readonly Dictionary<(string, string), DateTimeOffset> _heard = [];
    private IReadOnlyDictionary<(string Municipality, string Building), double> _drifts = new Dictionary<(string, string), double>();

    internal Sample? Latest(PointId point) => _latest.TryGetValue(point, out var sample) ? sample : null;

    /// <summary>Whether the point ever had a value: a sensor that never spoke is not fitted.</summary>
    internal bool EverSpoke(PointId point) => _spoke.Contains(point);

    internal Trail? Trail(PointId point) => _trails.GetValueOrDefault(point);

    internal OrderMemory Orders(EquipmentId equipment) => _orders.GetValueOrDefault(equipment, OrderMemory.None);

    /// <summary>When anything last came from a gateway.</summary>
    internal DateTimeOffset? Heard(string municipality, string gateway) =>
        _heard.TryGetValue((municipality, gateway), out var at) ? at : null;

    /// <summary>Keeps a sample.</summary>
    /// <returns>Whether a state changed, so that it must be looked at now rather than at the next look.</returns>
    internal bool Hear(Sample sample, Point? point)
    {
        var before = Latest(sample.Point);
        if (before is { } known && sample.At < known.At)
        {
            return false;
        }

        _latest[sample.Point] = sample;
        var gateway = (sample.Point.Equipment.Municipality, sample.Point.Equipment.Gateway);
        if (!_heard.TryGetValue(gateway, out var heard) || heard < sample.At)
        {
            _heard[gateway] = sample.At;
        }

        if (sample.Quality.IsBad)
        {
            return false;
        }

        _spoke.Add(sample.Point);
        var isState = point?.Quantity is Quantity.Fault or Quantity.OnOff or Quantity.Mode;
        if (Picture.IsBelievable(sample) && windows.TryGetValue(sample.Point.Name, out var window))
        {
            if (!_trails.TryGetValue(sample.Point, out var trail))
            {
                _trails[sample.Point] = trail = new Trail(window, isState || sample.Point.Name == ForcedMode.Level);
            }

            trail.Add(sample.At, sample.Value);
        }

        return isState && before?.Value != sample.Value;
    }

    /// <summary>By how much a building lastingly uses more than its weather explains; 0 when it does not, null when nobody can tell.</summary>
    internal double? Drift(string municipality, string building) => _drifts.TryGetValue((municipality, building), out var share) ? share : null;

    /// <summary>Keeps what was found of the buildings, in place of what was found before.</summary>
    internal void Hear(IReadOnlyDictionary<(string Municipality, string Building), double> drifts) => _drifts = drifts;

    /// <summary>Keeps a step of an order.</summary>
    internal void Hear(EquipmentId equipment, OrderReport report, Order? order) => _orders[equipment] = Orders(equipment).With(report, order);
}
