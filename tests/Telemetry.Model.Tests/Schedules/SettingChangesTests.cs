using Telemetry.Model.Calendars;
using Telemetry.Model.Control;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Model.Tests.Schedules;

/// <summary>What differs between two versions, and who may make it differ.</summary>
public sealed class SettingChangesTests
{
    [Theory]
    [InlineData(Setting.CurveSlope, 1.8, OrderRole.Technician, true)]
    [InlineData(Setting.HeatingLimit, 17, OrderRole.SiteUser, false)]
    [InlineData(Setting.OptimumStartDays, 5, OrderRole.Technician, false)]
    [InlineData(Setting.OptimumStartDays, 5, OrderRole.Administrator, true)]
    [InlineData(Setting.BurnerLeastStop, 10, OrderRole.Technician, false)]
    [InlineData(Setting.PumpOverrun, 8, OrderRole.Administrator, true)]
    [InlineData(Setting.HotWater, 58, OrderRole.Technician, true)]
    [InlineData(Setting.LegionellaRun, 65, OrderRole.Technician, false)]
    public void Of_OneValueChanged_IsThatOne_AndItsKeeperAloneMayChangeIt(Setting setting, double value, OrderRole role, bool allowed)
    {
        var before = School.Programme with { HotWater = HotWaterSettings.Usual };
        var after = With(before, setting, value);

        var change = Assert.Single(SettingChanges.Of(before, after));
        Assert.Equal((setting, value), (change.Setting, change.After));
        Assert.NotEqual(change.Before, change.After);
        Assert.Equal(allowed, SettingChanges.Forbidden([change], role) is null);
    }

    [Fact]
    public void Of_EverySetting_CanBeChangedByItsName()
    {
        var before = School.Programme with { HotWater = HotWaterSettings.Usual };

        Assert.All(Enum.GetValues<Setting>(), setting => Assert.Equal(setting, Assert.Single(SettingChanges.Of(before, With(before, setting, 1.25 + (int)setting))).Setting));
    }

    [Fact]
    public void Of_FirstVersion_IsComparedWithTheUsualSettings()
    {
        Assert.Empty(SettingChanges.Of(null, School.Programme with { HotWater = HotWaterSettings.Usual }));
        Assert.Equal(Setting.BoilerMost, Assert.Single(SettingChanges.Of(null, School.Programme with { Plant = PlantSettings.Usual with { BoilerMost = 80 } })).Setting);
    }

    [Fact]
    public void Of_DaysOrHourOfTheLegionellaRun_AreAnAdministratorsToo()
    {
        var before = School.Programme with { HotWater = HotWaterSettings.Usual };
        var later = before with { HotWater = HotWaterSettings.Usual with { LegionellaStart = new LocalMinute(180) } };

        Assert.Equal(Setting.LegionellaRun, Assert.Single(SettingChanges.Of(before, later)).Setting);
        Assert.NotNull(SettingChanges.Forbidden(SettingChanges.Of(before, later), OrderRole.Technician));
    }

    [Fact]
    public void Of_KeptInTheController_AskedAgainOrNoLonger_IsAChangeOfItsKeepers()
    {
        var none = School.Programme;
        var kept = none with { Kept = [new KeptSetting(Setting.CurveSlope, 1)] };
        var again = none with { Kept = [new KeptSetting(Setting.CurveSlope, 2)] };

        Assert.Equal([(0.0, 1.0), (1, 1), (1, 0)], new[] { (none, kept), (kept, again), (again, none) }
            .Select(pair => Assert.Single(SettingChanges.Of(pair.Item1, pair.Item2))).Select(change => (change.Before, change.After)));
        Assert.Empty(SettingChanges.Of(kept, kept));
        Assert.NotNull(SettingChanges.Forbidden(SettingChanges.Of(none, kept), OrderRole.SiteUser));
        Assert.Null(SettingChanges.Forbidden(SettingChanges.Of(none, kept), OrderRole.Technician));
    }

    [Fact]
    public void Of_HotWaterDropped_IsAnAdministratorsWithAReason_AndNamesEveryLimitThatGoes()
    {
        var with = School.Programme with { HotWater = HotWaterSettings.Usual with { AntiScald = 45 }, Kept = [new KeptSetting(Setting.HotWater, 1)] };
        var without = with with { HotWater = null, Kept = [] };

        var changes = SettingChanges.Of(with, without);

        Assert.Equal(HotWaterSettings.Usual.Values().Count + 1, changes.Count);
        Assert.Equal((45.0, double.NaN), changes.Where(change => change.Setting == Setting.AntiScald).Select(change => (change.Before, change.After)).Single());
        Assert.NotNull(SettingChanges.Forbidden(changes, OrderRole.Technician));
        Assert.All(changes, change => Assert.Equal((SettingKeeper.Administrator, Confirmation.TwoStepsAndReason), (change.Rule.Keeper, change.Rule.Confirmation)));
    }

    [Fact]
    public void Of_HotWaterTakenUpAgain_ResetsNoLimit()
    {
        var limited = HotWaterSettings.Usual with { AntiScald = 45, Setpoint = 58, LegionellaStart = new LocalMinute(180) };
        var without = School.Programme;
        IReadOnlyList<SettingChange> Up(HotWaterSettings water, HotWaterSettings? last) => SettingChanges.Of(without, without with { HotWater = water }, last);

        // Factory values over an administrator's limits: both the run's hour and the scalding limit are theirs.
        Assert.Equal([Setting.HotWater, Setting.AntiScald, Setting.LegionellaRun], Up(HotWaterSettings.Usual, limited).Select(change => change.Setting));
        Assert.NotNull(SettingChanges.Forbidden(Up(HotWaterSettings.Usual, limited), OrderRole.Technician));

        // The last known limits: still an administrator's, for the gateway knows only the usual ones; the tank is nobody's change.
        Assert.Equal([Setting.AntiScald, Setting.LegionellaRun], Up(limited, limited).Select(change => change.Setting));
        Assert.Equal([Setting.HotWater, Setting.AntiScald, Setting.LegionellaRun], Up(limited, null).Select(change => change.Setting));
        Assert.Null(SettingChanges.Forbidden(Up(limited, limited), OrderRole.Administrator));

        // Usual limits that nobody had changed are taken up by a technician.
        Assert.Null(SettingChanges.Forbidden(Up(HotWaterSettings.Usual with { Setpoint = 58 }, null), OrderRole.Technician));
    }

    [Fact]
    public void AsksReason_WhereItsRuleDoes()
    {
        var before = School.Programme with { HotWater = HotWaterSettings.Usual };

        Assert.Equal(Setting.AntiScald, SettingChanges.AsksReason(SettingChanges.Of(before, With(before, Setting.AntiScald, 45)))!.Setting);
        Assert.Null(SettingChanges.AsksReason(SettingChanges.Of(before, With(before, Setting.CurveSlope, 1.8))));
    }

    private static Programme With(Programme programme, Setting setting, double value) =>
        PlantSettings.Usual.Values().Any(one => one.Setting == setting) ? programme with { Plant = programme.Plant.With(setting, value) }
        : HotWaterSettings.Usual.Values().Any(one => one.Setting == setting) ? programme with { HotWater = programme.HotWater!.With(setting, value) }
        : programme with { Zones = [.. programme.Zones.Select((zone, index) => index == 0 ? zone with { Settings = zone.Settings.With(setting, value) } : zone)] };
}
