using FirmwareSim;

namespace Telemetry.FirmwareSim.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void Parse_Nothing_IsTheDemonstration()
    {
        var options = Options.Parse([], _ => null);

        Assert.Equal("127.0.0.1:15021", options.School.ToString());
        Assert.Equal("127.0.0.1:15025", options.NurseryBoiler.ToString());
        Assert.Equal(("127.0.0.1", 1883, null), (options.Broker.Host, options.Broker.Port, options.Broker.User));
        Assert.Null(options.Books);
    }

    [Fact]
    public void Parse_Everything()
    {
        var options = Options.Parse(
            ["--broker", "localhost:18931", "--seed", "7", "--scenario", "s.yaml", "--weather", "w.csv", "--books", "/tmp/b.json", "--modbus-delay", "0"],
            name => name switch { "TELEMETRY_MQTT_USER" => "u", "TELEMETRY_MQTT_PASSWORD" => "p", "TOWN_MAIRIE" => "127.0.0.2:1502", _ => null });

        Assert.Equal(("localhost", 18931, "u", "p"), (options.Broker.Host, options.Broker.Port, options.Broker.User, options.Broker.Password));
        Assert.Equal(("127.0.0.2:1502", 7, "s.yaml", "w.csv", "/tmp/b.json"), (options.TownHall.ToString(), options.Seed, options.Scenario, options.Weather, options.Books));
        Assert.Equal(TimeSpan.Zero, options.ModbusDelay);
    }

    [Theory]
    [InlineData("--seed")]
    [InlineData("--seed", "x")]
    [InlineData("--broker", "nowhere")]
    [InlineData("--pace", "3")]
    public void Parse_Wrong_SaysWhich(params string[] args) =>
        Assert.Contains(args[0], Assert.Throws<FormatException>(() => Options.Parse(args, _ => null)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_WrongAddress_NamesTheVariable() =>
        Assert.Contains("TOWN_ECOLE", Assert.Throws<FormatException>(() => Options.Parse([], name => name == "TOWN_ECOLE" ? "here" : null)).Message, StringComparison.Ordinal);
}
