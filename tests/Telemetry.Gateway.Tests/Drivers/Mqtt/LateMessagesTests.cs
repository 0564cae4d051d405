using System.Globalization;
using System.Text;
using Telemetry.Gateway.Drivers.Mqtt;
using Telemetry.Messaging.Mqtt;

namespace Telemetry.Gateway.Tests.Drivers.Mqtt;

/// <summary>What waited at the broker while the gateway was away: told with its own instant, and with none that nobody knows.</summary>
public sealed class LateMessagesTests
{
    private static readonly DateTimeOffset Now = new(2024, 1, 10, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("wmbusmeters-heat", "wmbusmeters/1", "wmbusmeters/1", """{"id":"1","status":"OK","total_energy_consumption_kwh":3781,"timestamp":"2024-01-10T07:20:22Z"}""", "07:20:22")]
    [InlineData("shelly-gen2-switch", "prise", "prise/events/rpc", """{"method":"NotifyStatus","params":{"ts":1704870000,"switch:0":{"id":0,"apower":35.5}}}""", "07:00:00")]
    [InlineData("chirpstack-temperature", "application/a/device/d", "application/a/device/d/event/up", """{"time":"2024-01-10T02:00:00.5+00:00","deviceInfo":{},"object":{"temperature":21.5}}""", "02:00:00")]
    public void Take_LateWithAnInstantOfItsOwn_HasThatInstant(string profile, string topic, string on, string payload, string at)
    {
        var samples = Take(profile, topic, on, payload, late: true);

        Assert.NotEmpty(samples);
        Assert.All(samples, sample => Assert.Equal(at, sample.At.ToString("HH:mm:ss", CultureInfo.InvariantCulture)));
    }

    /// <summary>Live, the same old word of a device is a wrong clock: the arrival counts.</summary>
    [Fact]
    public void Take_LiveWithAnOldWordOfADevice_HasTheArrival() => Assert.All(
        Take("shelly-gen2-switch", "prise", "prise/events/rpc", """{"method":"NotifyStatus","params":{"ts":1704870000,"switch:0":{"id":0,"apower":35.5}}}""", late: false),
        sample => Assert.Equal(Now, sample.At));

    [Theory]
    [InlineData("tasmota-energy", "tele/prise", "tele/prise/SENSOR", """{"Time":"2024-01-10T08:00:00","ENERGY":{"Power":35}}""")]
    [InlineData("zigbee2mqtt-climate", "zigbee2mqtt/salle", "zigbee2mqtt/salle", """{"temperature":21.5}""")]
    [InlineData("generic-number", "compteur", "compteur", "12")]
    [InlineData("tasmota-energy", "tele/prise", "tele/prise/LWT", "Offline")]
    public void Take_LateWithoutAnInstant_SaysNothing(string profile, string topic, string on, string payload)
    {
        Assert.NotEmpty(Take(profile, topic, on, payload, late: false));
        Assert.Empty(Take(profile, topic, on, payload, late: true));
    }

    /// <summary>The first live word after late ones is news even where unchanged fields keep the instant they were first seen with.</summary>
    [Fact]
    public void Take_LateThenLiveRepeat_HasTheArrivalOfTheLiveOne()
    {
        var device = new FieldDevice(Fields.Device("zigbee2mqtt-climate", "zigbee2mqtt/salle"));
        FieldMessage Said(double minutes, bool late) => new("zigbee2mqtt/salle", """{"temperature":21.5}"""u8.ToArray(), Retained: false, Now.AddMinutes(minutes), late);

        Assert.Empty(device.Take(Said(0, late: true), out _, out _));

        Assert.All(device.Take(Said(5, late: false), out _, out _), sample => Assert.Equal(Now.AddMinutes(5), sample.At));
    }

    [Fact]
    public void IsLate_UntilOurLatestWordIsBackAlone()
    {
        var clock = new SetClock { Now = Now };
        var catchUp = new CatchUp("ville-gw-field", clock);

        Assert.True(catchUp.Begin(sessionKept: false).IsEmpty);
        Assert.False(catchUp.IsLate);

        var earlier = catchUp.Begin(sessionKept: true);
        var word = catchUp.Begin(sessionKept: true);
        Assert.True(catchUp.IsLate);
        Assert.True(catchUp.Takes(new MqttMessage(catchUp.Topic, earlier, Retained: false), out var nothing));
        Assert.True(nothing.IsEmpty);

        // A broker that sends what waited one by one may carry the word past it: the first time says nothing, nor a time amid others.
        Assert.True(catchUp.Takes(new MqttMessage(catchUp.Topic, word, Retained: false), out var second));
        Assert.False(catchUp.Takes(new MqttMessage("compteur", second, Retained: false), out _));
        Assert.True(catchUp.Takes(new MqttMessage(catchUp.Topic, second, Retained: false), out var third));
        Assert.True(catchUp.IsLate);
        Assert.True(catchUp.Takes(new MqttMessage(catchUp.Topic, third, Retained: false), out var none));
        Assert.True(none.IsEmpty);
        Assert.False(catchUp.IsLate);
    }

    [Fact]
    public void IsLate_NothingWaited_EndsWithTheSecondWord()
    {
        var catchUp = new CatchUp("ville-gw-field", new SetClock { Now = Now });
        var first = catchUp.Begin(sessionKept: true);

        catchUp.Takes(new MqttMessage(catchUp.Topic, first, Retained: false), out var second);
        Assert.True(catchUp.IsLate);
        catchUp.Takes(new MqttMessage(catchUp.Topic, second, Retained: false), out _);

        Assert.False(catchUp.IsLate);
    }

    [Fact]
    public void IsLate_DevicesThatAreNeverQuiet_EndsTwoSecondsAfterTheConnection()
    {
        var clock = new StoppedClock();
        var catchUp = new CatchUp("ville-gw-field", clock);
        var word = catchUp.Begin(sessionKept: true);
        for (var round = 0; round < 20; round++, clock.Passed += TimeSpan.FromSeconds(0.1))
        {
            Assert.True(catchUp.IsLate);
            catchUp.Takes(new MqttMessage("compteur", word, Retained: false), out _);
            catchUp.Takes(new MqttMessage(catchUp.Topic, word, Retained: false), out word);
        }

        catchUp.Takes(new MqttMessage("compteur", word, Retained: false), out _);
        catchUp.Takes(new MqttMessage(catchUp.Topic, word, Retained: false), out _);
        Assert.False(catchUp.IsLate);
    }

    private sealed class StoppedClock : TimeProvider
    {
        internal TimeSpan Passed { get; set; } = TimeSpan.FromHours(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;
    }

    private static IReadOnlyList<Model.Samples.Sample> Take(string profile, string topic, string on, string payload, bool late) =>
        new FieldDevice(Fields.Device(profile, topic)).Take(new FieldMessage(on, Encoding.UTF8.GetBytes(payload), Retained: false, Now, late), out _, out _);
}
