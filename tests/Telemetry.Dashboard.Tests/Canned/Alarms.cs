using System.Diagnostics.CodeAnalysis;
using System.Reactive.Subjects;
using Telemetry.Analytics.Alarms;
using Telemetry.Model.Alarms;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Tests.Canned;

/// <summary>A bad morning: the gymnasium's burner, the nursery's gateway, a gas meter behind it, and what is over.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The test plays the part of the adapter that owns the stream.")]
internal sealed class Alarms : IAlarms, IDisposable
{
    public static readonly Guid Burner = Guid.Parse("11111111-1111-1111-1111-111111111111");
    public static readonly Guid Silence = Guid.Parse("22222222-2222-2222-2222-222222222222");
    public static readonly Guid Meter = Guid.Parse("33333333-3333-3333-3333-333333333333");
    public static readonly Guid Over = Guid.Parse("44444444-4444-4444-4444-444444444444");
    public static readonly Guid Danger = Guid.Parse("55555555-5555-5555-5555-555555555555");

    private readonly Subject<AlarmNews> _news = new();
    private readonly Dictionary<Guid, Alarm> _alarms;
    private readonly Noon _clock;

    public Alarms(Noon clock)
    {
        _clock = clock;
        _alarms = new[]
        {
            New(Burner, AlarmKind.BurnerFault, Severity.P2, Valmont.BoilerOf("gw-gymnase"), -81),
            New(Silence, AlarmKind.GatewaySilent, Severity.P3, new EquipmentId(Valmont.Municipality, "gw-creche", ""), -22),
            New(Meter, AlarmKind.LocalMode, Severity.P3, Valmont.BoilerOf("gw-creche"), -300) with { Cause = Silence },
            New(Over, AlarmKind.LowPressure, Severity.P2, Valmont.BoilerOf("gw-mairie"), -600) with { Value = 0.9, Limit = 1, AcknowledgedBy = "technicien", AcknowledgedAt = clock.Now.AddMinutes(-590), AcknowledgedSeverity = Severity.P2, ClearedAt = clock.Now.AddMinutes(-400) },
            New(Danger, AlarmKind.FrostRisk, Severity.P1, Valmont.BoilerOf("gw-mairie"), -6) with { Value = 4.2, Limit = 5, AcknowledgedBy = "technicien", AcknowledgedAt = clock.Now.AddMinutes(-3), AcknowledgedSeverity = Severity.P1 },
        }.ToDictionary(alarm => alarm.Id);
    }

    public IObservable<AlarmNews> News => _news;

    public IReadOnlyList<Alarm> Open => [.. _alarms.Values.Where(alarm => alarm.ClosedAt is null).OrderBy(alarm => alarm.Severity).ThenBy(alarm => alarm.RaisedAt)];

    public Alarm? Find(Guid id) => _alarms.GetValueOrDefault(id);

    public IReadOnlyList<Alarm> Raised(DateTimeOffset from, DateTimeOffset to, int most) =>
        [.. _alarms.Values.Where(alarm => alarm.RaisedAt >= from && alarm.RaisedAt < to).OrderByDescending(alarm => alarm.RaisedAt).Take(most)];

    public Alarm? Answer(Guid id, Func<Alarm, Alarm> step)
    {
        if (!_alarms.TryGetValue(id, out var before))
        {
            return null;
        }

        Put(step(before));
        return _alarms[id];
    }

    /// <summary>An alarm comes or changes.</summary>
    public void Put(Alarm alarm)
    {
        var before = _alarms.GetValueOrDefault(alarm.Id);
        _alarms[alarm.Id] = alarm;
        _news.OnNext(new AlarmNews(before, alarm));
    }

    /// <summary>Nothing is wrong any more.</summary>
    public void Clear() => _alarms.Clear();

    public Alarm New(Guid id, AlarmKind kind, Severity severity, EquipmentId equipment, double minutes) => new()
    {
        Id = id, Kind = kind, Severity = severity, Source = AlarmSource.Of(equipment), RaisedAt = _clock.Now.AddMinutes(minutes), Since = _clock.Now.AddMinutes(minutes),
    };

    public void Dispose() => _news.Dispose();
}
