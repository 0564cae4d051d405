using System.Globalization;
using Telemetry.Model.Calendars;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Dashboard.Programmes.Versions;

/// <summary>One thing besides a setting's number that differs between two versions of a programme, in words that never change: for the journal. Pure.</summary>
/// <param name="What">Its place: <c>zones/classes Wednesday</c>, <c>exception</c>, <c>closure</c>, <c>holidays</c>, <c>school</c>.</param>
/// <param name="Before">What it was; <see cref="None"/> where there was none.</param>
/// <param name="After">What it becomes; <see cref="None"/> where there is none any more.</param>
internal sealed record VersionDifference(string What, string Before, string After)
{
    public const string None = "none";

    /// <summary>What differs, zones first. Numbers are the affair of <see cref="SettingChanges"/>.</summary>
    public static IReadOnlyList<VersionDifference> Between(Programme before, Programme after) =>
    [
        .. HotWater(before.HotWater, after.HotWater),
        .. after.Zones.SelectMany(zone => before.Find(zone.Zone.Id) is { } old ? OfZone(old, zone) : [new($"zones/{zone.Zone.Id}", None, zone.Zone.Name)]),
        .. before.Zones.Where(zone => after.Find(zone.Zone.Id) is null).Select(zone => new VersionDifference($"zones/{zone.Zone.Id}", zone.Zone.Name, None)),
        .. Apart("exception", before.Exceptions, after.Exceptions, Code),
        .. Apart("closure", before.Closures, after.Closures, Code),
        .. Apart("school", before.School.Holidays, after.School.Holidays, one => string.Create(CultureInfo.InvariantCulture, $"{one.Name} {one.From:yyyy-MM-dd}/{one.To:yyyy-MM-dd}")),
        .. Differing("school", Code(before.School), Code(after.School)),
    ];

    private static IEnumerable<VersionDifference> OfZone(ZoneProgramme before, ZoneProgramme after) =>
        Enum.GetValues<DayOfWeek>().OrderBy(WeekPattern.IndexOf)
            .SelectMany(day => Differing($"zones/{after.Zone.Id} {day}", Code(before.Week.On(day)), Code(after.Week.On(day))))
            .Concat(Differing($"zones/{after.Zone.Id} otherwise", before.Week.Otherwise.ToString(), after.Week.Otherwise.ToString()))
            .Concat(Differing($"zones/{after.Zone.Id} holidays", Code(before.Holidays), Code(after.Holidays)));

    private static IEnumerable<VersionDifference> HotWater(HotWaterSettings? before, HotWaterSettings? after) => Differing("hotWater run", Code(before), Code(after));

    private static IEnumerable<VersionDifference> Differing(string what, string before, string after) => before == after ? [] : [new(what, before, after)];

    private static IEnumerable<VersionDifference> Apart<T>(string what, IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> code)
    {
        var (old, now) = (before.Select(code).ToList(), after.Select(code).ToList());
        return old.Except(now, StringComparer.Ordinal).Select(one => new VersionDifference(what, one, None)).Concat(now.Except(old, StringComparer.Ordinal).Select(one => new VersionDifference(what, None, one)));
    }

    private static string Code(IReadOnlyList<Slot> slots) => slots.Count == 0 ? None : string.Join(' ', slots.Select(slot => $"{slot.From}-{slot.To} {slot.Mode}"));

    private static string Code(HolidayRules rules) => $"{rules.Region} public {rules.PublicHolidays?.ToString() ?? "usual"} school {rules.SchoolHolidays?.ToString() ?? "usual"}";

    private static string Code(SchoolCalendar school) => string.Create(CultureInfo.InvariantCulture, $"zone {school.Zone} until {school.KnownUntil:yyyy-MM-dd}");

    private static string Code(HotWaterSettings? water) => water is null ? None
        : water.LegionellaDays.Count == 0 ? "never" : $"{string.Join(' ', water.LegionellaDays)} {water.LegionellaStart}";

    private static string Code(ScheduleException one) => string.Create(CultureInfo.InvariantCulture,
        $"{one.From.Day:yyyy-MM-dd} {one.From.Minute}/{one.To.Day:yyyy-MM-dd} {one.To.Minute} {one.Mode}{(one.Setpoint is { } own ? $" {own}" : "")}{Of(one.Zones)} « {one.Reason} »");

    private static string Code(Closure one) => string.Create(CultureInfo.InvariantCulture, $"{one.From:yyyy-MM-dd}/{one.To:yyyy-MM-dd} {one.Mode}{Of(one.Zones)} « {one.Reason} »");

    private static string Of(IReadOnlyList<string> zones) => zones.Count == 0 ? "" : $" zones {string.Join(' ', zones)}";
}
