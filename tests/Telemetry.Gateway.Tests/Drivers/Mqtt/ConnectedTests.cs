using System.Text;
using Telemetry.Gateway.Drivers.Mqtt;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Gateway.Tests.Drivers.Mqtt;

/// <summary>What is asked of devices when the link comes up: to tell again, never to change.</summary>
public sealed class ConnectedTests
{
    private static readonly DateTimeOffset Noon = new(2024, 1, 10, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("tasmota-energy", "tele/clim", "cmnd/clim/STATUS", "10")]
    [InlineData("tasmota-energy", "site/clim/tele", "site/clim/cmnd/STATUS", "10")]
    [InlineData("shelly-gen2-switch", "prise", "prise/rpc", """{"id":1,"src":"prise/telemetry","method":"Shelly.GetStatus"}""")]
    public void Connected_DeviceThatAnswers_IsAsked(string profile, string topic, string asked, string payload)
    {
        var request = Assert.Single(new FieldDevice(Fields.Device(profile, topic)).Connected(Noon));

        Assert.Equal((asked, payload), (request.Topic, Encoding.UTF8.GetString(request.Payload.Span)));
    }

    [Theory]
    [InlineData("zigbee2mqtt-climate")]
    [InlineData("shelly-gen1-em")]
    [InlineData("ttn-temperature")]
    [InlineData("generic-json")]
    [InlineData("sparkplug-device")]
    public void Connected_DeviceThatOnlySpeaks_IsNotAsked(string profile) =>
        Assert.Empty(new FieldDevice(Fields.Device(profile, "a/b/c")).Connected(Noon));

    /// <summary>Pain 17: what may have changed while the link was down is not told as live.</summary>
    [Fact]
    public void Connected_ShellyHeardBefore_ForgetsWhatMayHaveChangedUnheard()
    {
        var device = new FieldDevice(Fields.Device("shelly-gen2-switch", "prise"));
        Take(device, "prise/events/rpc", """{"method":"NotifyStatus","params":{"switch:0":{"apower":100}}}""");

        device.Connected(Noon);

        Assert.Empty(Take(device, "prise/events/rpc", """{"method":"NotifyStatus","params":{"switch:0":{"current":0.4}}}"""));
    }

    [Fact]
    public void Take_ShellyConstantForDays_SaysSoWithEachMessage()
    {
        var device = new FieldDevice(Fields.Device("shelly-gen2-switch", "prise"));
        Take(device, "prise/events/rpc", """{"method":"NotifyStatus","params":{"switch:0":{"apower":0}}}""");

        var told = Take(device, "prise/events/rpc", """{"method":"NotifyStatus","params":{"switch:0":{"aenergy":{"total":5000}}}}""");

        Assert.Equal(["power.active 0", "energy.import 5"], told);
    }

    [Fact]
    public void Take_ShellyBackOnline_IsAskedAgain()
    {
        var device = new FieldDevice(Fields.Device("shelly-gen2-switch", "prise"));

        device.Take(new FieldMessage("prise/online", "true"u8.ToArray(), Retained: false, Noon), out _, out var live);
        device.Take(new FieldMessage("prise/online", "true"u8.ToArray(), Retained: true, Noon), out _, out var kept);

        Assert.Equal("prise/rpc", live?.Topic);
        Assert.Null(kept);
    }

    [Fact]
    public void Take_SparkplugAliasBeforeBirth_AsksTheNodeOnceInAWhile()
    {
        var device = new FieldDevice(Fields.Device("sparkplug-device", "usine/api1/chaudiere"));
        var data = SparkplugCodec.Encode(new Payload { Timestamp = Noon, Seq = 3, Metrics = [new Metric { Name = "", Alias = 10, Type = MetricType.Int64, Value = 1L }] });
        var message = new FieldMessage("spBv1.0/usine/DDATA/api1/chaudiere", data, Retained: false, Noon);

        Assert.Empty(device.Take(message, out _, out var first));
        Assert.Throws<FormatException>(() => device.Take(message, out _, out _));
        device.Connected(Noon);
        device.Take(message, out _, out var afterReconnection);

        Assert.Equal("spBv1.0/usine/NCMD/api1", first?.Topic);
        var command = Assert.Single(SparkplugCodec.Decode(first!.Payload.Span, out _)!.Metrics);
        Assert.Equal(("Node Control/Rebirth", true), (command.Name, command.Value));
        Assert.NotNull(afterReconnection);
    }

    private static IEnumerable<string> Take(FieldDevice device, string topic, string payload) =>
        device.Take(new FieldMessage(topic, Encoding.UTF8.GetBytes(payload), Retained: false, Noon), out _, out _)
            .Select(sample => FormattableString.Invariant($"{sample.Point.Name} {sample.Value}"));
}
