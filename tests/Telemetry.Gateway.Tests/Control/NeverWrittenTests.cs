using Telemetry.Gateway.Configuration;
using Telemetry.Model.Measures;

namespace Telemetry.Gateway.Tests.Control;

/// <summary>Interlock S01: the deny-list beats every catalogue.</summary>
public sealed class NeverWrittenTests
{
    [Theory]
    [InlineData("burner.reset", "reset")]
    [InlineData("boiler.lockout", "lockout")]
    [InlineData("flow.temperature.max", "max")]
    [InlineData("pump.state", "pump")]
    [InlineData("frost.limit", "limit")]
    [InlineData("rk1-valve", "valve")]
    [InlineData("disinfection.days", "disinfection")]
    [InlineData("room.temperature.sp", null)]
    [InlineData("room.temperature.sp.reduced", null)]
    [InlineData("mode", null)]
    [InlineData("mode.level", null)]
    public void Why_Names(string point, string? word) => Assert.Equal(word, NeverWritten.Why(point, Quantity.Temperature));

    [Fact]
    public void Why_AnyFault_Never() => Assert.NotNull(NeverWritten.Why("code", Quantity.Fault));

    [Fact]
    public void Load_ProfileThatOpensABurner_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("maker-model.yaml");
        File.WriteAllText(path, """
            profile: maker-model
            name: Maker Model
            protocol: modbus
            source: the maker's manual
            points:
              - { point: burner.reset, read: { coil: 3 }, write: { function: 5, min: 0, max: 1 } }
            """);

        Assert.Contains(ProfileLoader.Load(path, _ => null).Problems, problem => problem.Line == 6 && problem.Message.Contains("never written from afar", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Manual")]
    [InlineData("Automatic")]
    [InlineData("Sauna")]
    public void Load_RecipeForAModeThatMayNotBeAsked_IsRefused(string mode)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("samson-trovis-557x.yaml");
        File.WriteAllText(path, File.ReadAllText(Path.Combine(Repository.Devices, "samson-trovis-557x.yaml")).Replace("    Standby: [", $"    {mode}: [", StringComparison.Ordinal));

        Assert.Contains(ProfileLoader.Load(path, _ => null).Problems, problem => problem.Message.Contains("no mode that may be asked", StringComparison.Ordinal));
    }

    /// <summary>Every shipped catalogue, point by point.</summary>
    [Fact]
    public void Shipped_NoProfileOpensWhatIsNeverWritten()
    {
        var profiles = ProfileLoader.LoadFolder(Repository.Devices, _ => null).Value!.Values;
        var written = profiles.SelectMany(profile => profile.Points).Where(point => point.Write is not null).ToList();

        Assert.NotEmpty(written);
        Assert.All(written, point => Assert.Null(NeverWritten.Why(point.Name, point.Quantity)));
    }
}
