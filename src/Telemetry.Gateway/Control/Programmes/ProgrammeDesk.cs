using Microsoft.Extensions.Logging;
using Telemetry.Messaging.Programmes;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Calendars;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Control.Programmes;

/// <summary>Runs the programme of each boiler room, with or without a centre: decides every minute, writes only differences, tells what comes next.</summary>
internal sealed partial class ProgrammeDesk : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestStagger = TimeSpan.FromMinutes(5);
    /// <summary>A room nearer than this teaches nothing: its sensor's grain is too large a part of the way, K.</summary>
    private const double ShortestWay = 0.5;

    private readonly Hand _hand;
    private readonly ILogger _log;
    private readonly ProgrammePoints _points;
    private readonly Dictionary<string, ProgrammeRun> _runs;
    private readonly ProgrammeHand _writer;
    private readonly SettingHand _settings;
    private readonly DateTimeOffset _notBefore;
    private readonly Lock _gate = new();
    private ITimer? _timer;

    /// <summary>Takes up the programmes kept on the disk.</summary>
    /// <param name="desk">Whose hand writes.</param>
    /// <param name="points">Where it is told.</param>
    /// <param name="log">The log.</param>
    /// <param name="stagger">0 to 1: how far into the five minutes after a start it begins to write, so that a town's boilers do not start at once (S19).</param>
    internal ProgrammeDesk(ControlDesk desk, ProgrammePoints points, ILogger log, double stagger)
    {
        (_hand, _points, _log) = (desk.Hand, points, log);
        _runs = _hand.Plants.Where(plant => plant.Device.Profile.Override is not null).ToDictionary(plant => plant.Device.Equipment.Id.Device, plant => new ProgrammeRun(plant), StringComparer.Ordinal);
        (_writer, _settings) = (new ProgrammeHand(_hand, log), new SettingHand(_hand, log));
        _notBefore = _hand.Now + FirstLook + (LongestStagger * Math.Clamp(stagger, 0, 1));
        foreach (var run in _runs.Values)
        {
            Recall(run);
        }

        _hand.Senses = _hand.Senses with { Under = equipment => Find(equipment) is { Programme: not null } run ? run.Decision?.Under : null, Emitter = EmitterOf, Settings = equipment => Find(equipment)?.Programme?.Plant ?? PlantSettings.Usual };
    }

    /// <summary>What each device's birth says of its programme.</summary>
    internal IReadOnlyList<Metric> Birth(string device)
    {
        if (!_runs.TryGetValue(device, out var run))
        {
            return [];
        }

        var version = new Metric { Name = "Programme/Version", Type = MetricType.Int64, Value = (long)(run.Programme?.Version ?? 0) };
        return run.Programme is { } programme
            ? [version, new Metric { Name = ProgrammeWire.SetName, Type = MetricType.Bytes, Value = ProgrammeJson.Write(programme) }]
            : [version];
    }

    /// <summary>The version in force; null when there is none.</summary>
    internal Programme? Current(string device) => _runs.GetValueOrDefault(device)?.Programme;

    /// <summary>The last decision of a device; null before the first.</summary>
    internal ZoneDecision? Decision(string device) => _runs.GetValueOrDefault(device)?.Decision;

    internal void Start() => _timer = _hand.Clock.CreateTimer(_ => Turn(), null, TimeSpan.FromSeconds(1), Tick);

    /// <summary>Whether a command brings a programme.</summary>
    internal static bool IsProgramme(SparkplugCommand command) => command.Metrics.Any(metric => string.Equals(metric.Name, ProgrammeWire.SetName, StringComparison.Ordinal));

    /// <summary>Takes a new version, or says why not.</summary>
    internal void Take(EquipmentId equipment, SparkplugCommand command)
    {
        if (ProgrammeReader.Read(equipment, command.Metrics, out var json) is not { } order)
        {
            LogOwnerless(equipment);
            return;
        }

        if (!_hand.File.Orders.Remember(order))
        {
            LogKnown(order.Id);
        }
        else if (command.Retained)
        {
            _hand.Refuse(order, Refusal.Retained, null);
        }
        else if (_hand.Now >= order.ExpiresAt)
        {
            _hand.Refuse(order, Refusal.Late, null);
        }
        else if (Find(equipment) is not { } run)
        {
            _hand.Refuse(order, Refusal.UnknownPoint, null);
        }
        else
        {
            lock (_gate)
            {
                Adopt(run, order, json);
            }
        }
    }

    /// <summary>A device answers again: it may have forgotten what was written to it.</summary>
    internal void Reached(EquipmentId equipment)
    {
        if (Find(equipment) is { } run)
        {
            run.LookedAt = default;
            run.KeptLooked = default;
        }
    }

    /// <summary>Looks at every boiler room once.</summary>
    internal void Turn()
    {
        lock (_gate)
        {
            foreach (var run in _runs.Values)
            {
                Turn(run);
            }
        }
    }

    public void Dispose() => _timer?.Dispose();

    private void Adopt(ProgrammeRun run, Order order, byte[]? json)
    {
        var programme = json is null ? null : ProgrammeJson.Read(json, out _);
        if (programme is null || programme.Equipment != order.Point.Equipment)
        {
            _hand.Refuse(order, Refusal.Malformed, null);
            return;
        }

        var problems = ProgrammeCheck.Problems(programme, run.Programme, _hand.Now);
        if (problems.FirstOrDefault(problem => !problem.IsWarning) is { } worst)
        {
            LogInvalid(run.Device, programme.Version, worst.Kind, worst.Where);
            _hand.Refuse(order, worst.Kind == ProgrammeProblemKind.StaleVersion ? Refusal.ProgrammeStale : Refusal.ProgrammeInvalid, worst.Limit);
            return;
        }

        if (SettingObjection(order, programme, run.Programme) is var refusal and not Refusal.None)
        {
            _hand.Refuse(order, refusal, null);
            return;
        }

        if (programme.Kept.Any(kept => !KeptPlan.IsOffered(kept.Setting, run.Plant.Device)))
        {
            _hand.Refuse(order, Refusal.NotWritable, null);
            return;
        }

        // On the disk before anybody is told.
        _hand.File.Programmes.Keep(run.Device, programme.Version, json!);
        run.Programme = programme;
        _hand.Tell(order, OrderState.Confirmed, programme.Version);
        LogAdopted(run.Device, programme.Version, programme.By);
        Turn(run);
    }

    // Limits are an administrator's, whatever page asked (S28); putting an older version back gives its reason by itself.
    private static Refusal SettingObjection(Order order, Programme programme, Programme? current)
    {
        var changes = SettingChanges.Of(current, programme);
        return SettingChanges.Forbidden(changes, order.Role) is not null ? Refusal.RoleNotEnough
            : programme.Restores is null && programme.Reason.Trim().Length == 0 && SettingChanges.AsksReason(changes) is not null ? Refusal.ReasonMissing
            : Refusal.None;
    }

    private void Recall(ProgrammeRun run)
    {
        run.Lessons = _hand.File.Programmes.Lessons(run.Device);
        run.Misses = _hand.File.Programmes.Misses(run.Device);
        (run.Outdoor, var off) = _hand.File.Programmes.Season(run.Device);
        run.Season = (0, off);
        _settings.Recall(run);
        foreach (var json in _hand.File.Programmes.Of(run.Device))
        {
            // A version that cannot be read is no reason to run without one: the one before it ran too.
            if (ProgrammeJson.Read(json, out var problem) is { } programme)
            {
                run.Programme = programme;
                run.Decision = Desired.Of(Look(run), run.Clock);
                return;
            }

            LogUnreadable(run.Device, problem ?? "");
        }
    }

    private void Turn(ProgrammeRun run)
    {
        var now = _hand.Now;
        if (PlantFacts.Of(run.Plant.Device, _hand.Senses.Live, now, PlantFacts.UsualSilence).Outdoor is { } outdoor)
        {
            run.Outdoor = run.Outdoor.With(now, outdoor);
        }

        var decision = Desired.Of(Look(run), run.Clock);
        run.Decision = decision;
        KeepSeason(run, decision.OffForSeason);
        Learn(run, decision, now);
        WatchOpening(run, decision, now);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (run.RepairDay != today)
        {
            (run.RepairDay, run.Repairs) = (today, 0);
        }

        if (now >= _notBefore)
        {
            _writer.Follow(run, decision);
            _settings.Follow(run);
        }

        if (!_hand.Senses.Answers(run.Plant.Device.Equipment.Id))
        {
            // Its death was told: the next birth tells what runs.
            return;
        }

        _points.Tell(run.Plant.Device.Equipment.Id, run.Programme?.Version ?? 0, decision,
            new PlantStanding(run.Repairs, ProgrammeHand.GivesUp(run), run.Plant.Safety is not null, run.Plant.Reservation?.Until)
            {
                Writes = _hand.File.WritesOn(run.Device, today),
                WarmUpMisses = run.Misses?.Days,
                CalendarDays = CalendarDays(run.Programme, now),
                Kept = SettingHand.States(run),
                HotWater = run.HotWater,
            },
            now);
    }

    // Once an hour at most, and when it turns.
    private void KeepSeason(ProgrammeRun run, bool off)
    {
        if (run.Season != (run.Outdoor.Hour, off))
        {
            run.Season = (run.Outdoor.Hour, off);
            _hand.File.Programmes.Season(run.Device, run.Outdoor, off);
        }
    }

    private ZoneSnapshot Look(ProgrammeRun run)
    {
        var now = _hand.Now;
        var plantSilence = TimeSpan.FromMinutes(run.Programme?.Plant.PlantSensorSilence ?? SettingRules.Of(Setting.PlantSensorSilence).Default);
        var snapshot = new ZoneSnapshot
        {
            Now = now,
            Plant = PlantFacts.Of(run.Plant.Device, _hand.Senses.Live, now, plantSilence) with { Burner = run.Plant.Flame.Burns, BurnerSince = run.Plant.Flame.Since },
            MeanOutdoor = run.Outdoor.Mean(now),
            RecalledOff = run.Season.Off,
            Local = run.Plant.Device.Profile.Override!.LocalWhen.Any(rule => Fresh(new PointId(run.Plant.Device.Equipment.Id, rule.Point), now, plantSilence) is { } value && value.Equals(rule.Value)),
            InSafety = run.Plant.Safety is not null,
            Held = run.Plant.Held,
            Lessons = run.Lessons,
            Before = run.Decision,
            Programme = run.Programme,
            Timetable = run.Timetable,
        };
        return snapshot with { Room = Room(run, snapshot, now) };
    }

    private double? Room(ProgrammeRun run, ZoneSnapshot snapshot, DateTimeOffset now)
    {
        if (snapshot.Zone?.Zone.RoomSensor is not { } sensor)
        {
            return snapshot.Plant.Room;
        }

        var silence = TimeSpan.FromMinutes(run.Programme!.Plant.RoomSensorSilence);
        return Fresh(sensor, now, silence) ?? snapshot.Plant.Room;
    }

    private double? Fresh(PointId point, DateTimeOffset now, TimeSpan silence) =>
        _hand.Senses.Live(point) is { } sample && !sample.Quality.IsBad && double.IsFinite(sample.Value) && now - sample.At <= silence ? sample.Value : null;

    private void Learn(ProgrammeRun run, ZoneDecision decision, DateTimeOffset now)
    {
        var snapshot = Look(run);
        if (run.WarmUp is { } under)
        {
            var spoilt = decision.Level != LadderLevel.Week && decision.Level != LadderLevel.Exception && decision.Level != LadderLevel.Closed;
            var (next, lesson) = under.Look(now, snapshot.Room, spoilt);
            run.WarmUp = next;
            if (lesson is not null)
            {
                _hand.File.Programmes.Learn(run.Device, lesson);
                run.Lessons = _hand.File.Programmes.Lessons(run.Device);
                LogLearned(run.Device, lesson.Class, lesson.KelvinPerHour);
            }
        }
        else if (decision.WarmingFor is { } opening && snapshot.Before?.WarmingFor == opening && run.Written is { Mode: HeatingMode.Comfort } && snapshot is { Room: { } room, Timetable: { } timetable }
            && decision.Wanted is { Setpoint: var target } && room < target - ShortestWay && run.LearnedFor != opening)
        {
            // Once for each opening: what wavers around the aim afterwards teaches nothing.
            run.LearnedFor = opening;
            run.WarmUp = new WarmUp(Desired.Absence(timetable, opening), now, room, target, snapshot.Plant.Outdoor);
        }
    }

    // Of each opening with a warm-up: how far from it the room was warm. Days on end that were far off are told.
    private void WatchOpening(ProgrammeRun run, ZoneDecision decision, DateTimeOffset now)
    {
        var room = Look(run).Room;
        if (run.Watched is { } watched)
        {
            var spoilt = decision.Level is LadderLevel.SafetyChain or LadderLevel.Local or LadderLevel.SafeState or LadderLevel.Forced or LadderLevel.Boost;
            var (next, late) = watched.Look(now, room, spoilt);
            run.Watched = next;
            if (late is { } error && DayOf(run, watched.Opening) is var day && (run.Misses is not { } before || day > before.Last || error.Duration() > OpeningWatch.MostError))
            {
                var count = error.Duration() <= OpeningWatch.MostError ? 0 : run.Misses is { } last ? last.Days + (day > last.Last || last.Days == 0 ? 1 : 0) : 1;
                run.Misses = (count, day);
                _hand.File.Programmes.Miss(run.Device, count, day);
                LogOpening(run.Device, error.TotalMinutes);
            }
        }
        else if (decision is { WarmingFor: { } opening, Wanted.Setpoint: var target } && room < target - OpeningWatch.LeastGap)
        {
            run.Watched = new OpeningWatch(opening, target);
        }
    }

    private static DateOnly DayOf(ProgrammeRun run, DateTimeOffset instant) =>
        CivilTime.DayOf(instant, run.Programme is { } programme && TimeZoneInfo.TryFindSystemTimeZoneById(programme.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc);

    private static int? CalendarDays(Programme? programme, DateTimeOffset now) =>
        programme is not null && programme.Zones.Any(zone => zone.Holidays.SchoolHolidays is not null) && TimeZoneInfo.TryFindSystemTimeZoneById(programme.TimeZone, out var zone)
            ? Math.Max(0, programme.School.KnownUntil.DayNumber - CivilTime.DayOf(now, zone).DayNumber)
            : null;

    private ProgrammeRun? Find(EquipmentId equipment) => _runs.GetValueOrDefault(equipment.Device);

    private Emitter? EmitterOf(EquipmentId equipment) => Find(equipment) is { Programme: { } programme } ? new ZoneSnapshot { Now = default, Programme = programme }.Zone?.Zone.Emitter : null;

    [LoggerMessage(LogLevel.Warning, "A programme for {Device} without order.id was refused: nothing changes without an owner.")]
    private partial void LogOwnerless(EquipmentId device);

    [LoggerMessage(LogLevel.Information, "Order {Order} came again and is not executed again.")]
    private partial void LogKnown(Guid order);

    [LoggerMessage(LogLevel.Warning, "{Device}: programme {Version} was refused: {Kind} at {Where}.")]
    private partial void LogInvalid(string device, int version, ProgrammeProblemKind kind, string where);

    [LoggerMessage(LogLevel.Information, "{Device}: programme {Version} of {By} runs.")]
    private partial void LogAdopted(string device, int version, string by);

    [LoggerMessage(LogLevel.Error, "{Device}: a kept programme cannot be read ({Problem}): the one before it is taken.")]
    private partial void LogUnreadable(string device, string problem);

    [LoggerMessage(LogLevel.Information, "{Device}: warm {Minutes:0} min after the opening (negative: before it).")]
    private partial void LogOpening(string device, double minutes);

    [LoggerMessage(LogLevel.Information, "{Device}: after an absence of class {Class} it warmed by {Rate:0.0} K/h.")]
    private partial void LogLearned(string device, AbsenceClass @class, double rate);
}
