using Microsoft.Extensions.Configuration;
using Telemetry.Messaging.Mqtt;

namespace Telemetry.Messaging.Tests.Mqtt;

public sealed class MqttSettingsTests
{
    [Theory]
    [InlineData(null, "127.0.0.1", 1883)]
    [InlineData(" ", "127.0.0.1", 1883)]
    [InlineData("broker.valmont.fr:8884", "broker.valmont.fr", 8884)]
    [InlineData("broker", "broker", 1883)]
    [InlineData("[::1]:1884", "::1", 1884)]
    [InlineData("[::1]", "::1", 1883)]
    [InlineData("fe80::2", "fe80::2", 1883)]
    public void From_Address(string? text, string host, int port)
    {
        var settings = Read((MqttSettings.BrokerKey, text));

        Assert.Equal((host, port), (settings.Host, settings.Port));
        Assert.Null(settings.User);
    }

    [Theory]
    [InlineData("broker:")]
    [InlineData("broker:0")]
    [InlineData("broker:65536")]
    [InlineData("broker:port")]
    [InlineData(":1883")]
    [InlineData("mqtt://broker:1883")]
    [InlineData("my broker:1883")]
    public void From_BadAddress_SaysWhatToWrite(string text)
    {
        var problem = Assert.Throws<FormatException>(() => Read((MqttSettings.BrokerKey, text)));

        Assert.Contains("TELEMETRY_MQTT: '" + text + "' must be HOST:PORT", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void From_AllKeys_ReachTheLink()
    {
        var file = typeof(MqttSettingsTests).Assembly.Location;
        var settings = Read(
            (MqttSettings.BrokerKey, "broker"), (MqttSettings.UserKey, "gw"), (MqttSettings.PasswordKey, "secret"), (MqttSettings.CaKey, file));

        var options = settings.LinkOptions("gw-ecole");

        Assert.Equal(
            ("broker", 8883, "gw-ecole", "gw", "secret", file),
            (options.Host, options.Port, options.ClientId, options.User, options.Password, options.CaFile));
    }

    [Fact]
    public void From_MissingFile_NamesIt()
    {
        var problem = Assert.Throws<FormatException>(() => Read((MqttSettings.CaKey, "/nowhere/ca.crt")));

        Assert.Contains("TELEMETRY_MQTT_CA: there is no file '/nowhere/ca.crt'", problem.Message, StringComparison.Ordinal);
    }

    private static MqttSettings Read(params (string Key, string? Value)[] values) => MqttSettings.From(
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(value => value.Key, value => value.Value)).Build());
}
