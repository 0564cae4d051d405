using System.Text.RegularExpressions;
using Telemetry.Gateway.Configuration;
using Telemetry.Model.Settings;

namespace Telemetry.Gateway.Tests.Configuration;

/// <summary>What every file of <c>devices/</c> must hold to.</summary>
public sealed partial class ShippedProfileTests
{
    public static TheoryData<string> Modbus() => [.. Installed.ModbusProfiles.Order(StringComparer.Ordinal)];

    [Fact]
    public void LoadFolder_ShippedProfiles_NoProblemAndNamedAsTheirFile()
    {
        var loaded = ProfileLoader.LoadFolder(Repository.Devices, _ => null);

        Assert.Empty(loaded.Problems);
        Assert.Equal(
            Directory.GetFiles(Repository.Devices, "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal),
            loaded.Value!.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Modbus))]
    public void Points_OfSafety_AreNeverWritable(string profile) => Assert.Empty(
        Installed.Profiles[profile].Points.Where(point => point.Write is not null && Safety().IsMatch(point.Name)).Select(point => point.Name));

    [Theory]
    [MemberData(nameof(Modbus))]
    public void Points_Writable_AreOfARecipeItsConditionsOrASettingThatMayBeKept(string profile)
    {
        var known = Installed.Profiles[profile];
        var needed = known.Override is { } recipe ? recipe.Apply.Concat(recipe.Release).Select(step => step.Point).ToList() : [];

        Assert.Empty(known.Points.Where(point => point.Write is not null).Select(point => point.Name).Where(name => ControllerSettings.KeptAt(name) is null).Except(needed));
    }

    [Theory]
    [MemberData(nameof(Modbus))]
    public void Points_Doubtful_AreReadOnly(string profile) => Assert.DoesNotContain(
        Installed.Profiles[profile].Points, point => point.Write is not null && (point.Unconfirmed is not null || point.Danger is not null));

    [Theory]
    [MemberData(nameof(Modbus))]
    public void Device_WithoutNamedExtras_HasOnlyTheUsualPoints(string profile)
    {
        var known = Installed.Profiles[profile];

        Assert.Contains(known.Points, point => !point.OnRequest);
        Assert.True(known.Points.Count(point => !point.OnRequest) <= 30, $"{known.Points.Count(point => !point.OnRequest)} points are read in every installation");
    }

    [GeneratedRegex(@"reset|limit|lock|running|\.max$|\.min$|frost|disinfection|burner|gas|flame|pump|valve|relay|triac", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Safety();
}
