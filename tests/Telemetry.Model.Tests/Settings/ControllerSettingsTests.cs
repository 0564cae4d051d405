using Telemetry.Model.Settings;

namespace Telemetry.Model.Tests.Settings;

public sealed class ControllerSettingsTests
{
    [Fact]
    public void MayBeKept_DemandOnly_NeverWhatProtects() =>
        Assert.Equal([Setting.CurveSlope, Setting.CurveShift, Setting.HotWater], Enum.GetValues<Setting>().Where(ControllerSettings.MayBeKept));

    [Theory]
    [InlineData("curve.slope", Setting.CurveSlope)]
    [InlineData("dhw.temperature.sp", Setting.HotWater)]
    [InlineData("dhw.temperature.sp.reduced", Setting.HotWater)]
    [InlineData("pump.post.run", null)]
    [InlineData("disinfection.temperature", null)]
    [InlineData("flow.temperature.max", null)]
    [InlineData("room.temperature.sp", null)]
    [InlineData("", null)]
    public void KeptAt_NamesTheSettingOfAPoint(string point, Setting? setting) => Assert.Equal(setting, ControllerSettings.KeptAt(point));

    [Fact]
    public void PointOf_EveryKeptSettingHasAPointThatLeadsBackToIt() =>
        Assert.All(Enum.GetValues<Setting>().Where(ControllerSettings.MayBeKept), setting => Assert.Equal(setting, ControllerSettings.KeptAt(ControllerSettings.PointOf(setting)!)));
}
