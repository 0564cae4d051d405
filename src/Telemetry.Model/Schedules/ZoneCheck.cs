using Telemetry.Model.Settings;
using static Telemetry.Model.Schedules.ProgrammeProblemKind;

namespace Telemetry.Model.Schedules;

/// <summary>What is wrong with the zones and settings of a programme.</summary>
internal static class ZoneCheck
{
    internal static IEnumerable<ProgrammeProblem> Problems(Programme programme)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var zone in programme.Zones)
        {
            var where = $"zones/{zone.Zone.Id}";
            if (!IsSlug(zone.Zone.Id) || !ids.Add(zone.Zone.Id))
            {
                yield return new(BadZoneId, where);
            }

            foreach (var problem in Week(zone.Week, where + "/week").Concat(Settings(programme, zone, where + "/settings")))
            {
                yield return problem;
            }

            if (zone.Holidays is { PublicHolidays: { } closed } && !Enum.IsDefined(closed))
            {
                yield return new(UnknownMode, where + "/holidays");
            }

            if (zone.Holidays is { SchoolHolidays: { } away } && !Enum.IsDefined(away))
            {
                yield return new(UnknownMode, where + "/holidays");
            }
        }

        foreach (var problem in Bounded(programme.Plant.Values(), "plant", Premises.Ordinary, Emitter.Radiators)
            .Concat(programme.HotWater is { } water ? Bounded(water.Values(), "hotWater", Premises.Ordinary, Emitter.Radiators) : []))
        {
            yield return problem;
        }

        foreach (var kept in programme.Kept)
        {
            if (!ControllerSettings.MayBeKept(kept.Setting) || (kept.Setting == Setting.HotWater && programme.HotWater is null)
                || kept.Asked < 1 || kept.Asked > programme.Version || programme.Kept.Count(other => other.Setting == kept.Setting) > 1)
            {
                yield return new(NotKept, "kept") { Setting = kept.Setting };
            }
        }

        if (programme.HotWater is { AntiScald: > 50 and <= 60 })
        {
            yield return new(ScaldRisk, "hotWater/AntiScald") { Setting = Setting.AntiScald, Limit = 50 };
        }
    }

    /// <summary>What is wrong with the set point of an exception.</summary>
    internal static IEnumerable<ProgrammeProblem> Exception(Programme programme, ScheduleException exception, string where)
    {
        if (exception.Setpoint is not { } asked)
        {
            yield break;
        }

        foreach (var zone in programme.Zones.Where(zone => exception.Concerns(zone.Zone.Id)))
        {
            // An exception may ask for any temperature between frost and the warmest comfort.
            var (most, least) = (SettingRules.Of(Setting.Comfort, zone.Zone.Premises), SettingRules.Of(Setting.Frost, zone.Zone.Premises));
            if (double.IsNaN(asked))
            {
                yield return new(NotANumber, where) { Setting = Setting.Comfort };
            }
            else if (asked < least.Bounds.Min)
            {
                yield return new(BelowMinimum, where) { Setting = Setting.Comfort, Limit = least.Bounds.Min };
            }
            else if (asked > most.Bounds.Max)
            {
                yield return new(AboveMaximum, where) { Setting = Setting.Comfort, Limit = most.Bounds.Max };
            }
            else if (asked > most.LegalMost)
            {
                yield return new(exception.Reason.Trim().Length == 0 ? ReasonMissing : OverLegalLimit, where) { Setting = Setting.Comfort, Limit = most.LegalMost };
            }
        }
    }

    private static IEnumerable<ProgrammeProblem> Week(WeekPattern week, string where)
    {
        if (week.Days.Count != 7)
        {
            yield return new(BadWeek, where);
            yield break;
        }

        if (!Enum.IsDefined(week.Otherwise))
        {
            yield return new(UnknownMode, where);
        }

        if (week.Otherwise != ProgrammeMode.Occupied && week.Days.All(day => day.All(slot => slot.Mode != ProgrammeMode.Occupied || slot.IsEmpty)))
        {
            yield return new(EmptyWeek, where);
        }

        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            foreach (var problem in Day(week.On(day), $"{where}/{day}"))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<ProgrammeProblem> Day(IReadOnlyList<Slot> slots, string where)
    {
        if (slots.Count > WeekPattern.MostSlots)
        {
            yield return new(TooManySlots, where) { Limit = WeekPattern.MostSlots };
        }

        for (var i = 0; i < slots.Count; i++)
        {
            var place = FormattableString.Invariant($"{where}/{i}");
            if (slots[i].IsEmpty)
            {
                yield return new(EmptySlot, place);
            }

            if (!Enum.IsDefined(slots[i].Mode))
            {
                yield return new(UnknownMode, place);
            }

            if (slots.Take(i).Any(slots[i].Overlaps))
            {
                yield return new(OverlappingSlots, place);
            }
        }
    }

    private static IEnumerable<ProgrammeProblem> Settings(Programme programme, ZoneProgramme zone, string where)
    {
        var settings = zone.Settings;
        foreach (var problem in Bounded(settings.Values(), where, zone.Zone.Premises, zone.Zone.Emitter))
        {
            yield return problem;
        }

        if (settings.Setpoints is var points && (points.Frost > points.Reduced || points.Reduced > points.Comfort))
        {
            yield return new(SetpointsOutOfOrder, where) { Setting = Setting.Reduced };
        }

        if (settings.Curve.FlowMin >= settings.Curve.FlowMax || settings.Curve.DesignReturn >= settings.Curve.DesignFlow || settings.SetbackRaiseTo >= settings.SetbackRaiseFrom)
        {
            yield return new(CurveOutOfOrder, where);
        }

        foreach (var (setting, value) in settings.Values())
        {
            if (SettingRules.Of(setting, zone.Zone.Premises, zone.Zone.Emitter) is { LegalMost: { } most } rule && value > most && rule.Bounds.Contains(value))
            {
                var silent = setting == Setting.Comfort && programme.Reason.Trim().Length == 0;
                yield return new(silent ? ReasonMissing : OverLegalLimit, $"{where}/{setting}") { Setting = setting, Limit = most };
            }
        }
    }

    private static IEnumerable<ProgrammeProblem> Bounded(IEnumerable<(Setting Setting, double Value)> values, string where, Premises premises, Emitter emitter)
    {
        foreach (var (setting, value) in values)
        {
            var bounds = SettingRules.Of(setting, premises, emitter).Bounds;
            var place = $"{where}/{setting}";
            if (double.IsNaN(value))
            {
                yield return new(NotANumber, place) { Setting = setting };
            }
            else if (value < bounds.Min)
            {
                yield return new(BelowMinimum, place) { Setting = setting, Limit = bounds.Min };
            }
            else if (value > bounds.Max)
            {
                yield return new(AboveMaximum, place) { Setting = setting, Limit = bounds.Max };
            }
        }
    }

    private static bool IsSlug(string id) =>
        id.Length is > 0 and <= 40 && id.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-') && id[0] != '-' && id[^1] != '-';
}
