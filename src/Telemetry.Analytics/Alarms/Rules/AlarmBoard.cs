using Telemetry.Analytics.Registry;
using Telemetry.Model.Alarms;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Alarms.Rules;

/// <summary>The evaluator: what it heard, what it is waiting for, and what changes at each look. No clock, no I/O; one thread at a time.</summary>
internal sealed class AlarmBoard
{
    private readonly IReadOnlyList<AlarmRule> _rules;
    private readonly Memory _memory;
    private readonly Dictionary<(AlarmKind, AlarmSource), Watch> _watches = [];
    private Town _town = new();
    private Dictionary<PointId, Point> _points = [];

    /// <summary>Makes the evaluator.</summary>
    /// <param name="rules">The catalogue.</param>
    /// <param name="standing">What stood when the last run ended: it is not raised again.</param>
    internal AlarmBoard(IReadOnlyList<AlarmRule> rules, IEnumerable<(AlarmKind Kind, AlarmSource Source, Severity Severity)> standing)
    {
        (_rules, _memory) = (rules, new Memory(Catalogue.Windows));
        foreach (var (kind, source, severity) in standing)
        {
            _watches[(kind, source)] = new Watch(Standing: true, ChangingSince: null, severity);
        }
    }

    /// <summary>Hears a live sample.</summary>
    /// <returns>Whether it is a state that changed: look at its equipment now.</returns>
    internal bool Hear(Sample sample) => _memory.Hear(sample, _points.GetValueOrDefault(sample.Point));

    /// <summary>Hears a step of an order; the order is null when it is not known any more.</summary>
    internal void Hear(EquipmentId equipment, OrderReport report, Order? order) => _memory.Hear(equipment, report, order);

    /// <summary>Hears by how much each building that can be judged lastingly uses more than its weather explains, a share; 0 for those that do not.</summary>
    internal void Hear(IReadOnlyDictionary<(string Municipality, string Building), double> drifts) => _memory.Hear(drifts);

    /// <summary>Looks at everything, or at one equipment only.</summary>
    /// <param name="town">What is installed, and which gateways are there.</param>
    /// <param name="connected">Whether the centre hears its broker.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="slack">How far a fast town may lag behind its own clock.</param>
    /// <param name="only">The equipment to look at; null for all.</param>
    /// <returns>What changed.</returns>
    internal IReadOnlyList<Condition> Look(Town town, bool connected, DateTimeOffset now, TimeSpan slack, EquipmentId? only = null)
    {
        if (!ReferenceEquals(_town, town))
        {
            _town = town;
            _points = town.Points.ToDictionary(point => point.Id);
        }

        var picture = new Picture(town, connected, now, slack, _memory);
        var changes = new List<Condition>();
        var seen = only is null ? new HashSet<(AlarmKind, AlarmSource)>() : null;
        foreach (var rule in _rules)
        {
            foreach (var (source, equipment, point) in Sources(rule, picture, only))
            {
                seen?.Add((rule.Kind, source));
                var watch = _watches.GetValueOrDefault((rule.Kind, source));
                var situation = new Situation(picture, equipment, point, watch.Standing, rule.IsSilence);
                Advance(rule, source, watch, rule.Test(situation, rule), situation, changes);
            }
        }

        if (seen is not null)
        {
            Forget(seen, now, changes);
        }

        return changes;
    }

    private static IEnumerable<(AlarmSource Source, EquipmentId Equipment, Point? Point)> Sources(AlarmRule rule, Picture picture, EquipmentId? only)
    {
        switch (rule.Level)
        {
            case AlarmLevel.Centre when only is null:
                yield return (AlarmSource.Centre, AlarmSource.Centre.Equipment, null);
                break;
            case AlarmLevel.Gateway when only is null:
                foreach (var link in picture.Town.Gateways)
                {
                    var source = AlarmSource.Gateway(link.Municipality, link.Gateway);
                    yield return (source, source.Equipment, null);
                }

                break;
            case AlarmLevel.Equipment or AlarmLevel.Point:
                var equipment = only is { } one ? picture.Equipment(one) is { } found ? [found] : [] : picture.Town.Equipment;
                foreach (var id in equipment.Where(item => rule.Equipment.Count == 0 || rule.Equipment.Contains(item.Kind)).Select(item => item.Id))
                {
                    if (rule.Level == AlarmLevel.Point)
                    {
                        foreach (var point in picture.Points(id).Where(rule.Each))
                        {
                            yield return (AlarmSource.Of(point.Id), id, point);
                        }
                    }
                    else if (rule.Points.Count == 0 || picture.Points(id).Any(point => rule.Points.Contains(point.Id.Name, StringComparer.Ordinal)))
                    {
                        yield return (AlarmSource.Of(id), id, null);
                    }
                }

                break;
            default:
                break;
        }
    }

    private void Advance(AlarmRule rule, AlarmSource source, Watch watch, Verdict verdict, Situation at, List<Condition> changes)
    {
        var severity = Worst(verdict.Severity ?? rule.Severity, rule.WhenCold is { } cold && verdict.Holds == true && at.OutdoorC < Outdoor.Cold ? cold : null);
        var next = watch;
        if (verdict.Holds is not { } holds)
        {
            // What cannot be seen does not count for the delay, one way or the other.
            next = watch with { ChangingSince = null };
        }
        else if (holds == watch.Standing)
        {
            next = watch with { ChangingSince = null, Severity = watch.Standing ? Worst(watch.Severity, severity) : severity };
            if (watch.Standing && next.Severity != watch.Severity)
            {
                changes.Add(new Condition(rule.Kind, source, true, next.Severity, at.Now, at.Now, verdict.Value, verdict.Limit));
            }
        }
        else
        {
            var since = watch.ChangingSince ?? at.Now;
            var delay = (holds ? rule.DelayOn : rule.DelayOff) + (holds && rule.IsSilence ? at.Slack : TimeSpan.Zero);
            next = watch with { ChangingSince = since };
            if (at.Now - since >= delay)
            {
                next = new Watch(holds, null, severity);
                changes.Add(new Condition(rule.Kind, source, holds, holds ? severity : watch.Severity, at.Now, since, verdict.Value, verdict.Limit));
            }
        }

        if (next == default)
        {
            _watches.Remove((rule.Kind, source));
        }
        else if (next != watch)
        {
            _watches[(rule.Kind, source)] = next;
        }
    }

    // What is not installed any more is in no trouble.
    private void Forget(HashSet<(AlarmKind, AlarmSource)> seen, DateTimeOffset now, List<Condition> changes)
    {
        foreach (var (key, watch) in _watches.Where(pair => !seen.Contains(pair.Key)).ToList())
        {
            _watches.Remove(key);
            if (watch.Standing)
            {
                changes.Add(new Condition(key.Item1, key.Item2, false, watch.Severity, now, now, null, null));
            }
        }
    }

    private static Severity Worst(Severity one, Severity? other) => other is { } worse && worse < one ? worse : one;

    /// <summary>What is known of one possible alarm between two looks.</summary>
    private readonly record struct Watch(bool Standing, DateTimeOffset? ChangingSince, Severity Severity);
}
