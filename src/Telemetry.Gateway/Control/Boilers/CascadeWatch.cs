using System.Reactive.Linq;
using System.Reactive.Subjects;
using Telemetry.Gateway.Configuration;
using Telemetry.Model.Calendars;
using Telemetry.Model.Samples;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

#pragma warning disable RS0030 // The adapter between a timer's look and the pipeline: nothing else can feed a hot stream.

namespace Telemetry.Gateway.Control.Boilers;

/// <summary>Reads the boilers of each boiler room once a minute and tells which should lead and how many should run. It reads and ranks; it writes to nothing (S01).</summary>
internal sealed class CascadeWatch : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(1);
    private readonly Hand _hand;
    private readonly Func<string, Programme?> _programme;
    private readonly List<DeviceConfiguration> _rooms;
    private readonly Dictionary<string, CascadeState> _states = new(StringComparer.Ordinal);
    private readonly Subject<Sample> _samples = new();
    private readonly Lock _gate = new();
    private ITimer? _timer;

    /// <summary>Takes up what was advised before a restart.</summary>
    /// <param name="hand">Whose clock, senses and books are used.</param>
    /// <param name="programme">The programme of a boiler room; null where none runs.</param>
    internal CascadeWatch(Hand hand, Func<string, Programme?> programme)
    {
        (_hand, _programme) = (hand, programme);
        _rooms = [.. hand.Plants.Select(plant => plant.Device).Where(device => device.Boilers.Count > 0)];
        foreach (var room in _rooms)
        {
            _states[Id(room)] = Recall(room);
        }
    }

    /// <summary>What is advised, as points like any other.</summary>
    internal IObservable<Sample> Samples => _samples.Synchronize().AsObservable();

    /// <summary>What was last advised for a boiler room; null where no boilers are named.</summary>
    internal CascadeState? Advice(string room)
    {
        lock (_gate)
        {
            return _states.GetValueOrDefault(room);
        }
    }

    internal void Start() => _timer = _rooms.Count == 0 ? null : _hand.Clock.CreateTimer(_ => Turn(), null, TimeSpan.FromSeconds(5), Tick);

    public void Dispose()
    {
        _timer?.Dispose();
        _samples.Dispose();
    }

    private void Turn()
    {
        // Of two ticks that overtake each other the later one is dropped: the next comes within the minute.
        if (!_gate.TryEnter())
        {
            return;
        }

        try
        {
            _rooms.ForEach(Look);
        }
        finally
        {
            _gate.Exit();
        }
    }

    private void Look(DeviceConfiguration room)
    {
        var (now, before, programme) = (_hand.Now, _states[Id(room)], _programme(Id(room)));
        var boilers = room.Boilers.Select(boiler => BoilerSight.Of(boiler, _hand.Senses.Live, now)).ToList();
        var outdoor = PlantFacts.Of(room, _hand.Senses.Live, now, PlantFacts.UsualSilence).Outdoor ?? double.NaN;
        var state = before.Next(boilers, now, CivilTime.DayOf(now, ZoneOf(programme)), outdoor, DesignOf(programme));
        _states[Id(room)] = state;
        if (state.Lead is { } lead && (lead != before.Lead || state.Week != before.Week))
        {
            _hand.File.Cascades.Keep(Id(room), Id(room.Boilers[lead]), state.Week);
        }

        if (_hand.Senses.Answers(room.Equipment.Id))
        {
            foreach (var sample in CascadePoints.Say(room.Equipment.Id, state, boilers, now))
            {
                _samples.OnNext(sample);
            }
        }
    }

    private CascadeState Recall(DeviceConfiguration room) =>
        _hand.File.Cascades.Of(Id(room)) is { } kept && room.Boilers.ToList().FindIndex(boiler => string.Equals(Id(boiler), kept.Boiler, StringComparison.Ordinal)) is >= 0 and var place
            ? new CascadeState { Lead = place, Week = kept.Week }
            : new CascadeState();

    private static string Id(DeviceConfiguration device) => device.Equipment.Id.Device;

    private static TimeZoneInfo ZoneOf(Programme? programme) =>
        programme is not null && TimeZoneInfo.TryFindSystemTimeZoneById(programme.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    private static double DesignOf(Programme? programme) =>
        programme is { Zones: [var zone, ..] } ? zone.Settings.Curve.DesignOutdoor : SettingRules.Of(Setting.DesignOutdoor).Default;
}
