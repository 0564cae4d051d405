using Telemetry.Analytics.Indicators.HotWater;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Dashboard.Programmes;

/// <summary>Changes of settings, and the evidence of hot water, in words. Pure.</summary>
internal static class SettingText
{
    /// <summary>What differs between two versions, one line a difference.</summary>
    public static IReadOnlyList<string> Differences(Programme before, Programme after, ZoneProgramme zone, IReadOnlyList<ControllerSetting> controller, Language language) =>
    [
        .. SettingChanges.Of(before, after).Where(change => change.Where != SettingChanges.InController && (change.Where != SettingChanges.OfHotWater || (before.HotWater is not null && after.HotWater is not null && !change.Before.Equals(change.After))))
            .Select(change => language.Say(SettingWords.Change, language.Say(SettingWords.All[change.Setting]),
                SettingForm.Measure(change.Setting, change.After, zone, language), SettingForm.Measure(change.Setting, change.Before, zone, language))),
        .. HotWater(before.HotWater, after.HotWater, zone, language),
        .. ControllerText.Differences(before, after, zone, controller, language),
    ];

    /// <summary>One day of hot water.</summary>
    public static string Of(HotWaterProof day, TimeZoneInfo zone, Language language) => day.Verdict switch
    {
        HotWaterDay.HeatedUp => language.Say(SettingWords.DayHeatedUp, language.Day(day.Day), language.Hour(day.From, zone), language.Hour(day.To, zone)),
        HotWaterDay.KeptHot => language.Say(SettingWords.DayKeptHot, language.Day(day.Day)),
        HotWaterDay.NotMet => language.Say(SettingWords.DayNotMet, language.Day(day.Day)),
        _ => language.Say(SettingWords.DayNotMeasured, language.Day(day.Day)),
    };

    private static IEnumerable<string> HotWater(HotWaterSettings? before, HotWaterSettings? after, ZoneProgramme zone, Language language) => (before, after) switch
    {
        (null, { } water) =>
        [
            language.Say(SettingWords.HotWaterAdded),
            .. water.Values().Select(one => language.Say(SettingWords.Shown, language.Say(SettingWords.All[one.Setting]), SettingForm.Measure(one.Setting, one.Value, zone, language))),
            language.Say(SettingWords.RunIs, Run(water, language)),
        ],
        ({ }, null) => [language.Say(SettingWords.HotWaterRemoved)],
        ({ } old, { } water) when Run(old, language) != Run(water, language) => [language.Say(SettingWords.RunTimes, Run(water, language), Run(old, language))],
        _ => [],
    };

    private static string Run(HotWaterSettings water, Language language)
    {
        var names = ProgrammeText.Days(language);
        return water.LegionellaDays.Count == 0
            ? language.Say(SettingWords.RunNever)
            : language.Say(SettingWords.RunAt, string.Join(", ", water.LegionellaDays.Select(day => names[WeekPattern.IndexOf(day)])), water.LegionellaStart.ToString());
    }
}
