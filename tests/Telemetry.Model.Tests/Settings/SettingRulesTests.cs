using Telemetry.Model.Settings;

namespace Telemetry.Model.Tests.Settings;

public sealed class SettingRulesTests
{
    [Fact]
    public void Of_EverySettingEverywhere_DefaultLiesWithinItsBounds()
    {
        foreach (var setting in Enum.GetValues<Setting>())
        {
            foreach (var (premises, emitter) in from premises in Enum.GetValues<Premises>() from emitter in Enum.GetValues<Emitter>() select (premises, emitter))
            {
                var rule = SettingRules.Of(setting, premises, emitter);
                Assert.True(rule.Bounds.Contains(rule.Default), $"{setting} {premises} {emitter}");
                Assert.True(rule.LegalMost is not { } most || rule.Default <= most, $"{setting} {premises}");
            }
        }
    }

    /// <summary>heating.md §8.</summary>
    [Theory]
    [InlineData(Setting.Comfort, Premises.Ordinary, Emitter.Radiators, 19, 14, 21)]
    [InlineData(Setting.Comfort, Premises.SmallChildren, Emitter.Underfloor, 22, 18, 24)]
    [InlineData(Setting.Frost, Premises.Ordinary, Emitter.Radiators, 8, 5, 16)]
    [InlineData(Setting.FlowMax, Premises.SmallChildren, Emitter.Underfloor, 45, 25, 50)]
    [InlineData(Setting.FlowMax, Premises.Ordinary, Emitter.Radiators, 80, 10, 90)]
    [InlineData(Setting.OptimumStartMost, Premises.Ordinary, Emitter.Underfloor, 12, 0, 12)]
    [InlineData(Setting.BurnerLeastStop, Premises.Ordinary, Emitter.Radiators, 8, 3, 30)]
    [InlineData(Setting.HotWater, Premises.Ordinary, Emitter.Radiators, 60, 55, 65)]
    [InlineData(Setting.LegionellaRun, Premises.Ordinary, Emitter.Radiators, 70, 60, 80)]
    public void Of_KnownSettings(Setting setting, Premises premises, Emitter emitter, double usual, double min, double max)
    {
        var rule = SettingRules.Of(setting, premises, emitter);

        Assert.Equal((usual, min, max), (rule.Default, rule.Bounds.Min, rule.Bounds.Max));
    }

    [Fact]
    public void Of_NoSuchSetting_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => SettingRules.Of((Setting)999));
}
