using Telemetry.Gateway.Control.Heating;
using Telemetry.Model.Control;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Gateway.Control.Programmes;

/// <summary>What a zone is to do, from a frozen snapshot and its programme: pure.</summary>
internal static class Desired
{
    private static readonly TimeSpan TimeConstant = TimeSpan.FromHours(20);

    /// <summary>Decides.</summary>
    internal static ZoneDecision Of(ZoneSnapshot snapshot, TimeZoneInfo clock)
    {
        var frost = FrostRule.HeatIsDue(snapshot.Room, snapshot.Plant.Flow, snapshot.Before?.Frost ?? false);
        var under = snapshot.Zone is { } zone ? Under(snapshot, zone, clock) : null;
        var protection = frost && snapshot.Owned && snapshot.Zone is { } cold ? new Wanted(HeatingMode.Reduced, cold.Settings.Setpoints.Reduced) : null;
        var (level, wanted) = Ladder.Decide(new Ladder.Rungs
        {
            Fault = snapshot.Plant.Fault,
            Local = snapshot.Local,
            InSafety = snapshot.InSafety,
            // Who is warm already is not protected into being colder.
            Protection = protection is not null && under?.Wanted.Mode is HeatingMode.Frost or HeatingMode.Standby && snapshot.Held is null ? protection : null,
            Equipment = Resting(snapshot, under?.Wanted),
            Held = snapshot.Held is { } held ? (held.Order.Role, Of(held.Order)) : null,
            Programme = under is null ? null : (under.Cause, under.Wanted),
        });
        return new ZoneDecision
        {
            Level = level,
            Wanted = wanted,
            Under = snapshot.Owned ? protection is not null && under?.Wanted.Mode is HeatingMode.Frost or HeatingMode.Standby ? protection : under?.Wanted : null,
            Cause = under?.Cause,
            WarmingFor = under?.WarmingFor,
            CoastingTo = under?.CoastingTo,
            OffForSeason = under?.OffForSeason ?? false,
            AdvisedFlow = under is { Wanted.Setpoint: var aim } && double.IsFinite(aim) ? Advice(snapshot, snapshot.Zone!.Settings.Curve, aim) : null,
            Frost = frost,
            Next = Next(snapshot, under),
        };
    }

    /// <summary>How long a zone will have been empty at an opening.</summary>
    internal static AbsenceClass Absence(Timetable timetable, DateTimeOffset opening)
    {
        var before = timetable.Between(opening.AddDays(-4), opening);
        var last = before.LastOrDefault(change => change.To.Mode == ProgrammeMode.Occupied);
        var left = last is null ? (DateTimeOffset?)null : before.FirstOrDefault(change => change.At > last.At)?.At;
        return left is not { } since ? AbsenceClass.Long : opening - since < TimeSpan.FromHours(24) ? AbsenceClass.Night : AbsenceClass.Weekend;
    }

    // Only where the weather is measured: an advice from a supposed temperature would be none.
    private static double? Advice(ZoneSnapshot snapshot, CurveSettings curve, double aim) => snapshot.Plant.Outdoor is { } outdoor
        ? Math.Clamp(HeatingCurve.SlopeAndShift(curve, aim, outdoor) + HeatingCurve.RoomInfluence(curve.RoomInfluence, aim, snapshot.Room), curve.FlowMin, curve.FlowMax)
        : null;

    private static Wanted Of(Order order) =>
        order.Kind == OrderKind.Force ? new Wanted((HeatingMode)(int)order.Value, double.NaN) : new Wanted(HeatingMode.Comfort, order.Value);

    private static Schedule Under(ZoneSnapshot snapshot, ZoneProgramme zone, TimeZoneInfo clock)
    {
        var timetable = snapshot.Timetable ?? new Timetable(snapshot.Programme!, zone, clock);
        var (now, next) = (timetable.At(snapshot.Now), timetable.NextAfter(snapshot.Now));
        var outdoor = snapshot.Plant.Outdoor ?? snapshot.Programme!.Plant.FallbackOutdoor;
        var off = SeasonLimit.IsOff(snapshot.MeanOutdoor, zone.Settings.HeatingLimit, snapshot.Before?.OffForSeason ?? snapshot.RecalledOff);
        if (off)
        {
            return new Schedule(now.Cause, new Wanted(HeatingMode.Standby, double.NaN), next, null, OffForSeason: true, Heat(zone, next?.To, outdoor));
        }

        if (next is { To.Mode: ProgrammeMode.Occupied } && now.Mode != ProgrammeMode.Occupied)
        {
            var lead = Lead(snapshot, zone, timetable, next);
            var warming = lead > TimeSpan.Zero && next.At - snapshot.Now <= lead;
            // Once begun, a warm-up lasts until the opening: a room that has arrived early must not be let go again.
            if (warming || snapshot.Before?.WarmingFor == next.At)
            {
                return new Schedule(now.Cause, new Wanted(HeatingMode.Comfort, next.To.Setpoint), AfterOpening(timetable, next), next.At, OffForSeason: false, Heat(zone, AfterOpening(timetable, next)?.To, outdoor));
            }

            return new Schedule(now.Cause, Heat(zone, now, outdoor)!, next with { At = next.At - lead }, null, OffForSeason: false, new Wanted(HeatingMode.Comfort, next.To.Setpoint));
        }

        // Once let go, the room is let go until people leave.
        if (now.Mode == ProgrammeMode.Occupied && next is { To.Mode: ProgrammeMode.Reduced }
            && (snapshot.Before?.CoastingTo == next.At || (snapshot.Room is { } room
                && next.At - snapshot.Now <= OptimumStop.Lead(room, now.Setpoint, outdoor, TimeConstant, TimeSpan.FromHours(zone.Settings.OptimumStopMost)))))
        {
            return new Schedule(now.Cause, Heat(zone, next.To, outdoor)!, next, null, OffForSeason: false, Heat(zone, next.To, outdoor), next.At);
        }

        return new Schedule(now.Cause, Heat(zone, now, outdoor)!, next, null, OffForSeason: false, Heat(zone, next?.To, outdoor));
    }

    private static TimetableChange? AfterOpening(Timetable timetable, TimetableChange opening) => timetable.NextAfter(opening.At);

    private static TimeSpan Lead(ZoneSnapshot snapshot, ZoneProgramme zone, Timetable timetable, TimetableChange opening)
    {
        var most = TimeSpan.FromHours(zone.Settings.OptimumStartMost);
        if (most == TimeSpan.Zero)
        {
            return TimeSpan.Zero;
        }

        // Without a room sensor the room is taken to be where the night was set: the heating curve alone (S10).
        var room = snapshot.Room ?? zone.Settings.Setpoints.Reduced;
        if (room >= opening.To.Setpoint)
        {
            return TimeSpan.Zero;
        }

        var model = WarmUpModel.Of(
            snapshot.Lessons, Absence(timetable, opening.At), zone.Settings.OptimumStartDays, Supposed(zone.Zone.Emitter), snapshot.Plant.Outdoor);
        return OptimumStart.Lead(room, opening.To.Setpoint, model.KelvinPerHour, most, model.DeadHours);
    }

    // A heated floor: 0.2 to 0.3 K/h (RT2012 floors), and its screed must be warm before the room feels it.
    private static WarmUpModel Supposed(Emitter emitter) => emitter == Emitter.Underfloor ? new WarmUpModel(1.5, 0.3) : new WarmUpModel(0, 1);

    private static Wanted? Heat(ZoneProgramme zone, Timetabled? told, double outdoor)
    {
        if (told is null)
        {
            return null;
        }

        var settings = zone.Settings;
        var setpoint = told.Mode == ProgrammeMode.Reduced
            ? Setback.Reduced(told.Setpoint, settings.Setpoints.Comfort, outdoor, settings.SetbackRaiseFrom, settings.SetbackRaiseTo)
            : told.Mode == ProgrammeMode.Stop ? double.NaN : told.Setpoint;
        return new Wanted(told.Mode.Heating, setpoint);
    }

    // A burner that has just started is not stopped for comfort's sake, nor one that has just stopped started.
    private static Wanted? Resting(ZoneSnapshot snapshot, Wanted? wanted)
    {
        if (snapshot is not { Held: null, Plant: { Burner: { } on, BurnerSince: { } since }, Before.Wanted: { } present } || wanted is null || wanted == present)
        {
            return null;
        }

        var plant = snapshot.Programme!.Plant;
        var wait = BurnerTimes.Wait(on, since, snapshot.Now, TimeSpan.FromMinutes(plant.BurnerLeastRun), TimeSpan.FromMinutes(plant.BurnerLeastStop));
        return wait > TimeSpan.Zero && (wanted.Mode == HeatingMode.Comfort) != on ? present : null;
    }

    private static (DateTimeOffset, Wanted)? Next(ZoneSnapshot snapshot, Schedule? under)
    {
        if (snapshot.Held is { } held && under is not null)
        {
            return (held.Order.Until, under.Wanted);
        }

        return under is { Change: { } change, Then: { } then } ? (change.At > snapshot.Now ? change.At : snapshot.Now, then) : null;
    }

    /// <summary>What the programme alone says.</summary>
    private sealed record Schedule(ScheduleCause Cause, Wanted Wanted, TimetableChange? Change, DateTimeOffset? WarmingFor, bool OffForSeason, Wanted? Then, DateTimeOffset? CoastingTo = null);
}
