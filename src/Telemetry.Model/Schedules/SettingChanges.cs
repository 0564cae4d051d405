using Telemetry.Model.Control;
using Telemetry.Model.Settings;

namespace Telemetry.Model.Schedules;

/// <summary>Which settings differ between two versions of a programme, and whether somebody may change them: asked by the page, and again by the gateway.</summary>
public static class SettingChanges
{
    /// <summary>Where a change stands that is not of a value: the gateway keeps a setting in the controller from now on (1), or no longer does (0).</summary>
    public const string InController = "controller";

    /// <summary>Where a change of hot water stands.</summary>
    public const string OfHotWater = "hotWater";

    /// <summary>The changes, in the order in which settings are listed.</summary>
    /// <param name="before">The version in force; null when there is none: a first version is compared with the usual settings.</param>
    /// <param name="after">The version to come.</param>
    /// <param name="last">Hot water as it was last followed, where that is known; asked only where hot water is taken up.</param>
    /// <remarks>
    /// Hours and days of the legionella run count as changes of <see cref="Setting.LegionellaRun"/>: who may set one may set the others. To drop hot water ends
    /// the runs and forgets every limit: each of its values is then an administrator's change to <see cref="double.NaN"/>, with a reason. To take it up is compared
    /// with <paramref name="last"/>, or else with the usual settings; limits other than the usual ones are changes even where they are the last known, for a
    /// gateway does not know those.
    /// </remarks>
    public static IReadOnlyList<SettingChange> Of(Programme? before, Programme after, HotWaterSettings? last = null)
    {
        ArgumentNullException.ThrowIfNull(after);
        var changes = new List<SettingChange>();
        foreach (var zone in after.Zones)
        {
            var (premises, emitter) = (zone.Zone.Premises, zone.Zone.Emitter);
            var old = before?.Find(zone.Zone.Id)?.Settings ?? ZoneSettings.For(premises, emitter);
            changes.AddRange(Differences($"zones/{zone.Zone.Id}", old.Values(), zone.Settings.Values(), premises, emitter));
        }

        changes.AddRange(Differences("plant", (before?.Plant ?? PlantSettings.Usual).Values(), after.Plant.Values(), Premises.Ordinary, Emitter.Radiators));
        changes.AddRange((before?.HotWater, after.HotWater) switch
        {
            ({ } old, { } water) => HotWater(old, water),
            (null, { } water) => TakenUp(last ?? HotWaterSettings.Usual, water),
            ({ } old, null) => old.Values().Select(one => new SettingChange(OfHotWater, one.Setting, one.Value, double.NaN, Dropped(one.Setting))),
            _ => [],
        });
        changes.AddRange(Kept(before, after));
        return changes;
    }

    /// <summary>The first change that somebody of a role may not make; null when they may make them all.</summary>
    public static SettingChange? Forbidden(IEnumerable<SettingChange> changes, OrderRole role) => changes.FirstOrDefault(change => !Allows(change.Rule.Keeper, role));

    /// <summary>Whether somebody of a role may change what a keeper keeps.</summary>
    public static bool Allows(SettingKeeper keeper, OrderRole role) => keeper switch
    {
        SettingKeeper.Administrator => role == OrderRole.Administrator,
        SettingKeeper.Technician => role is OrderRole.Technician or OrderRole.Administrator,
        _ => true,
    };

    /// <summary>The first change that asks for a written reason; null when none does.</summary>
    public static SettingChange? AsksReason(IEnumerable<SettingChange> changes) =>
        changes.FirstOrDefault(change => change.Rule.Confirmation == Confirmation.TwoStepsAndReason);

    // Asked again it is a change too: what was done on site is undone. What goes with hot water goes by the word of whoever drops it.
    private static IEnumerable<SettingChange> Kept(Programme? before, Programme after)
    {
        var (old, drops) = (before?.Kept ?? [], before?.HotWater is not null && after.HotWater is null);
        return old.Union(after.Kept).Select(one => one.Setting).Distinct()
            .Select(setting => (Setting: setting, Before: old.FirstOrDefault(one => one.Setting == setting), After: after.Kept.FirstOrDefault(one => one.Setting == setting)))
            .Where(one => one.Before != one.After)
            .Select(one => new SettingChange(InController, one.Setting, one.Before is null ? 0 : 1, one.After is null ? 0 : 1,
                drops && one is { Setting: Setting.HotWater, After: null } ? Dropped(one.Setting) : SettingRules.Of(one.Setting)));
    }

    private static SettingRule Dropped(Setting setting) => SettingRules.Of(setting) with { Keeper = SettingKeeper.Administrator, Confirmation = Confirmation.TwoStepsAndReason };

    private static IEnumerable<SettingChange> TakenUp(HotWaterSettings last, HotWaterSettings water)
    {
        var changes = HotWater(last, water).ToList();
        return changes.Concat(HotWater(HotWaterSettings.Usual, water)
            .Where(change => change.Rule.Keeper == SettingKeeper.Administrator && !changes.Exists(one => one.Setting == change.Setting)));
    }

    private static IEnumerable<SettingChange> HotWater(HotWaterSettings before, HotWaterSettings after)
    {
        foreach (var change in Differences(OfHotWater, before.Values(), after.Values(), Premises.Ordinary, Emitter.Radiators))
        {
            yield return change;
        }

        if (before.LegionellaRun.Equals(after.LegionellaRun) && (before.LegionellaStart != after.LegionellaStart || !before.LegionellaDays.SequenceEqual(after.LegionellaDays)))
        {
            yield return new(OfHotWater, Setting.LegionellaRun, before.LegionellaRun, after.LegionellaRun, SettingRules.Of(Setting.LegionellaRun));
        }
    }

    private static IEnumerable<SettingChange> Differences(
        string where, IReadOnlyList<(Setting Setting, double Value)> before, IReadOnlyList<(Setting Setting, double Value)> after, Premises premises, Emitter emitter) =>
        before.Zip(after)
            .Where(pair => !pair.First.Value.Equals(pair.Second.Value))
            .Select(pair => new SettingChange(where, pair.Second.Setting, pair.First.Value, pair.Second.Value, SettingRules.Of(pair.Second.Setting, premises, emitter)));
}
