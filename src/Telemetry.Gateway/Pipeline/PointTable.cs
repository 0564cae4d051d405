using Telemetry.Model.Measures;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Pipeline;

/// <summary>Every point of a site with its rule and its place: a sample is looked up once, and each step keeps what it knows of a point at its place.</summary>
internal sealed class PointTable
{
    /// <summary>The place of a point that no rule knows: it passes as it is.</summary>
    internal const int Unknown = -1;

    private readonly Dictionary<PointId, int> _places = new(PointIdComparer.OfOneGateway);
    private readonly List<PointId> _points = [];
    private readonly List<PointRule> _rules = [];

    internal PointTable(IReadOnlyDictionary<PointId, PointRule> rules)
    {
        foreach (var (point, rule) in rules)
        {
            Add(point, rule);
        }

        foreach (var (point, _) in rules.Where(pair => pair.Value is { Aggregate: not null, Accumulation: not Accumulation.Counter }))
        {
            Add(EdgeAggregate.Named(point, "min"), Extreme);
            Add(EdgeAggregate.Named(point, "max"), Extreme);
        }
    }

    /// <summary>How many points there are.</summary>
    internal int Count => _points.Count;

    /// <summary>The point of a place.</summary>
    internal PointId Point(int place) => _points[place];

    /// <summary>The rule of the point of a place.</summary>
    internal PointRule Rule(int place) => _rules[place];

    /// <summary>The place of a point, or <see cref="Unknown"/>.</summary>
    internal int PlaceOf(PointId point) => _places.TryGetValue(point, out var place) ? place : Unknown;

    /// <summary>By place, whether a step concerns the point; null when it concerns none.</summary>
    internal bool[]? Where(Func<PointRule, bool> concerns)
    {
        var concerned = _rules.Select(concerns).ToArray();
        return Array.Exists(concerned, yes => yes) ? concerned : null;
    }

    /// <summary>The rule of what is made of a period: heard of nobody, so missed by nobody.</summary>
    private static readonly PointRule Extreme = new() { Optional = true };

    private void Add(PointId point, PointRule rule)
    {
        if (_places.TryAdd(point, _points.Count))
        {
            _points.Add(point);
            _rules.Add(rule);
        }
    }
}
