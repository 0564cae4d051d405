using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Dashboard.Programmes;

/// <summary>What the controller has of its own settings, and what the gateway keeps there, in words. Pure.</summary>
internal static class ControllerText
{
    /// <summary>What the controller has; what becomes of it where the gateway keeps it.</summary>
    public static string Of(ControllerSetting one, ZoneProgramme zone, TimeZoneInfo hours, Language language)
    {
        var read = one.Read is { HasValue: true } reading
            ? language.Say(ControllerWords.Has, SettingForm.Measure(one.Setting, reading.Value, zone, language), language.Hour(reading.At, hours))
            : language.Say(ControllerWords.NotRead);
        return one.State == KeptState.None ? read : read + " " + language.Say(ControllerWords.States[one.State]);
    }

    /// <summary>The legionella runs that the gateway makes; empty where it makes none.</summary>
    public static string Runs(BoilerRoom room, Language language) => room.HotWaterRuns switch
    {
        { Running: true } => language.Say(ControllerWords.RunNow),
        { End: 1 } => language.Say(ControllerWords.RunMet),
        { End: 2 } => language.Say(ControllerWords.RunNotMet),
        { End: 3 } => language.Say(ControllerWords.RunNotMeasured),
        _ => "",
    };

    /// <summary>What two versions do differently in the controller, one line a difference.</summary>
    public static IEnumerable<string> Differences(Programme before, Programme after, ZoneProgramme zone, IReadOnlyList<ControllerSetting> controller, Language language)
    {
        foreach (var change in SettingChanges.Of(before, after).Where(change => change.Where == SettingChanges.InController))
        {
            var name = language.Say(SettingWords.All[change.Setting]);
            var present = controller.FirstOrDefault(one => one.Setting == change.Setting)?.Read is { HasValue: true } read
                ? SettingForm.Measure(change.Setting, read.Value, zone, language)
                : language.Say(BoilerWords.NoValue);
            yield return change.After == 0
                ? language.Say(ControllerWords.NoMore, name)
                : language.Say(change.Before == 0 ? ControllerWords.FromNow : ControllerWords.Again, name, SettingForm.Measure(change.Setting, SettingGroup.ValueOf(after, after.Find(zone.Zone.Id)!, change.Setting), zone, language), present);
        }
    }
}
