using System.Globalization;
using Microsoft.Extensions.Primitives;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Calendars;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Dashboard.Programmes;

/// <summary>The settings of a boiler room and of one of its zones as a form: complete without a script, nothing typed is ever lost.</summary>
internal sealed record SettingForm
{
    /// <summary>Names of the fields that are not numbers.</summary>
    public const string HotWaterField = "ecs", DaysField = "jours", StartField = "heure", ShownField = "ecs-vu", KeptField = "tenu", KeptShownField = "tenu-vu";

    /// <summary>Stands for the number of the version that is being made.</summary>
    public const int AskedNow = 0;

    /// <summary>What was typed, by setting; a setting that was not on the form is not here.</summary>
    public required IReadOnlyDictionary<Setting, string> Typed { get; init; }

    /// <summary>Whether this boiler room makes hot water; null when that was not on the form.</summary>
    public bool? MakesHotWater { get; init; }

    /// <summary>Days of the legionella run; null when they were not on the form.</summary>
    public IReadOnlyList<DayOfWeek>? Days { get; init; }

    /// <summary>When the run starts, as typed.</summary>
    public string Start { get; init; } = "";

    /// <summary>The settings to be kept in the controller; null when they were not on the form.</summary>
    public IReadOnlyList<Setting>? Kept { get; init; }

    /// <summary>Hot water as it was last followed: offered where it is taken up again.</summary>
    public HotWaterSettings LastWater { get; init; } = HotWaterSettings.Usual;

    /// <summary>The settings in force, ready to be changed.</summary>
    /// <param name="programme">The version in force.</param>
    /// <param name="zone">The zone on the form.</param>
    /// <param name="last">Hot water as it was last followed.</param>
    /// <param name="language">Of the numbers.</param>
    public static SettingForm Of(Programme programme, ZoneProgramme zone, HotWaterSettings last, Language language)
    {
        var water = programme.HotWater ?? last;
        return new SettingForm
        {
            LastWater = last,
            Typed = Enum.GetValues<Setting>().ToDictionary(setting => setting, setting => Number(setting, SettingGroup.ValueOf(programme with { HotWater = water }, zone, setting), zone, language)),
            MakesHotWater = programme.HotWater is not null,
            Days = water.LegionellaDays,
            Start = water.LegionellaStart.ToString(),
            Kept = [.. programme.Kept.Select(one => one.Setting)],
        };
    }

    /// <summary>What was typed.</summary>
    /// <param name="field">Gives the values of a field by its name.</param>
    public static SettingForm Read(Func<string, StringValues> field) => new()
    {
        Typed = Enum.GetValues<Setting>().Select(setting => (Setting: setting, Typed: field(setting.ToString()))).Where(one => one.Typed.Count > 0)
            .ToDictionary(one => one.Setting, one => one.Typed.ToString().Trim()),
        // Boxes that are not ticked are not sent: a field of its own says that they were there.
        MakesHotWater = field(ShownField).Count > 0 ? field(HotWaterField).Count > 0 : null,
        Days = field(StartField).Count > 0 ? [.. field(DaysField).Select(word => Enum.TryParse<DayOfWeek>(word, out var day) ? day : (DayOfWeek?)null).OfType<DayOfWeek>().Distinct().OrderBy(WeekPattern.IndexOf)] : null,
        Start = field(StartField).ToString().Trim(),
        Kept = field(KeptShownField).Count > 0 ? [.. field(KeptField).Select(word => Enum.TryParse<Setting>(word, out var setting) && ControllerSettings.MayBeKept(setting) ? setting : (Setting?)null).OfType<Setting>().Distinct().Order()] : null,
    };

    /// <summary>The programme as the form wants it, with what could not be read.</summary>
    /// <param name="current">The version in force.</param>
    /// <param name="zone">The zone on the form.</param>
    /// <param name="controller">What the controller has, and what of it the gateway may keep.</param>
    /// <param name="language">Of the problems.</param>
    public (Programme Programme, IReadOnlyList<FieldProblem> Problems) Apply(Programme current, ZoneProgramme zone, IReadOnlyList<ControllerSetting> controller, Language language)
    {
        var problems = new List<FieldProblem>();
        var (settings, plant) = (zone.Settings, current.Plant);
        var water = MakesHotWater == false ? null : current.HotWater ?? (MakesHotWater == true ? LastWater : null);
        var offered = current with { HotWater = current.HotWater ?? LastWater };
        foreach (var (setting, typed) in Typed.OrderBy(one => one.Key))
        {
            if (Read(setting, typed, SettingGroup.ValueOf(offered, zone, setting), zone, problems, language) is not { } value)
            {
                continue;
            }

            settings = Holds(zone.Settings.Values(), setting) ? settings.With(setting, value) : settings;
            plant = Holds(current.Plant.Values(), setting) ? plant.With(setting, value) : plant;
            water = Holds(HotWaterSettings.Usual.Values(), setting) ? water?.With(setting, value) : water;
        }

        if (water is not null && Days is { } days)
        {
            water = LocalMinute.TryParse(Start, out var start) ? Times(water, days, start) : Refuse(water);
        }

        var wanted = current.With(zone with { Settings = settings }) with { Plant = plant, HotWater = water };
        return (wanted with { Kept = Keep(current, wanted, zone, controller, problems, language) }, problems);

        HotWaterSettings Refuse(HotWaterSettings kept)
        {
            problems.Add(new(StartField, language.Say(SettingWords.BadTime)));
            return kept;
        }
    }

    /// <summary>A value as it is printed, with as many decimals as its step has.</summary>
    public static string Number(Setting setting, double value, ZoneProgramme zone, Language language) => language.Number(value, Decimals(Rule(setting, zone).Bounds.Step));

    /// <summary>The same with its unit.</summary>
    public static string Measure(Setting setting, double value, ZoneProgramme zone, Language language)
    {
        var rule = Rule(setting, zone);
        return language.Measure(value, Decimals(rule.Bounds.Step), rule.Unit);
    }

    /// <summary>The bounds, the step and the usual value of a setting, in words.</summary>
    public static string Help(Setting setting, ZoneProgramme zone, Language language)
    {
        var rule = Rule(setting, zone);
        return language.Say(SettingWords.Bounds, Number(setting, rule.Bounds.Min, zone, language), Measure(setting, rule.Bounds.Max, zone, language),
            Number(setting, rule.Bounds.Step, zone, language), Number(setting, rule.Default, zone, language));
    }

    /// <summary>The rule of a setting where it is set.</summary>
    public static SettingRule Rule(Setting setting, ZoneProgramme zone) => SettingRules.Of(setting, zone.Zone.Premises, zone.Zone.Emitter);

    private static double? Read(Setting setting, string typed, double before, ZoneProgramme zone, List<FieldProblem> problems, Language language)
    {
        // What is printed is rounded: a field left as it was changes nothing.
        if (typed == Number(setting, before, zone, language))
        {
            return null;
        }

        if (!double.TryParse(typed.Replace(',', '.').Replace('\u2212', '-'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            problems.Add(new(setting.ToString(), language.Say(SettingWords.BadNumber)));
            return null;
        }

        var bounds = Rule(setting, zone).Bounds;
        var steps = (value - bounds.Min) / bounds.Step;
        if (bounds.Contains(value) && Math.Abs(steps - Math.Round(steps)) > 1e-6)
        {
            problems.Add(new(setting.ToString(), language.Say(SettingWords.OffStep, Measure(setting, bounds.Step, zone, language))));
            return null;
        }

        return value;
    }

    // What stays as it was asked keeps its number; what is new, has another value or was changed on site is asked with this version.
    private List<KeptSetting> Keep(Programme current, Programme wanted, ZoneProgramme zone, IReadOnlyList<ControllerSetting> controller, List<FieldProblem> problems, Language language)
    {
        var kept = new List<KeptSetting>();
        foreach (var setting in (Kept ?? [.. current.Kept.Select(one => one.Setting)]).Where(setting => setting != Setting.HotWater || wanted.HotWater is not null))
        {
            var (before, after) = (SettingGroup.ValueOf(current, zone, setting), SettingGroup.ValueOf(wanted, wanted.Find(zone.Zone.Id)!, setting));
            var there = controller.FirstOrDefault(one => one.Setting == setting);
            var asked = current.Kept.FirstOrDefault(one => one.Setting == setting);
            if (there?.Offered is { } bounds && !bounds.Contains(after))
            {
                problems.Add(new(setting.ToString(), language.Say(ControllerWords.OutOfReach, Number(setting, bounds.Min, zone, language), Measure(setting, bounds.Max, zone, language))));
            }

            kept.Add(asked is null || !before.Equals(after) || (Kept is not null && there?.State == KeptState.ChangedOnSite) ? new KeptSetting(setting, AskedNow) : asked);
        }

        return kept;
    }

    private static HotWaterSettings Times(HotWaterSettings water, IReadOnlyList<DayOfWeek> days, LocalMinute start) =>
        water.LegionellaStart == start && water.LegionellaDays.SequenceEqual(days) ? water : water with { LegionellaDays = days, LegionellaStart = start };

    private static bool Holds(IReadOnlyList<(Setting Setting, double Value)> values, Setting setting) => values.Any(one => one.Setting == setting);

    private static int Decimals(double step) => step >= 1 ? 0 : Math.Abs((step * 10) - Math.Round(step * 10)) < 1e-9 ? 1 : 2;
}
