using System.Net;
using System.Net.Sockets;
using System.Text;
using Telemetry.Messaging.Mqtt;
using Telemetry.Messaging.Tests.Brokers;

namespace Telemetry.Messaging.Tests.Mqtt;

/// <summary>Sessions that outlive a connection, and MQTT 5, with the real broker.</summary>
public sealed class MosquittoLinkSessionTests
{
    public static TheoryData<MqttVersion> Versions => [MqttVersion.V311, MqttVersion.V5];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Start_SessionKept_WhatWasSaidMeanwhileFollowsInOrder(MqttVersion version)
    {
        using var broker = new Broker();
        var options = Keeping(broker, version);
        using (var first = Heard.Connected(options, "meter/#"))
        {
            Assert.False(first.States[0].SessionKept);
            first.Link.Publish("meter/1", "known"u8, 1, retain: false);
            Until.True(() => first.Has("meter/1", "known"), "the subscription stands");
        }

        Say(broker, "meter/1", "a", "b", "c");

        // Without a subscription of its own: it is the session that remembers.
        using var second = Heard.Connected(options);
        Until.True(() => second.Has("meter/1", "c"), "what waited arrives");
        Assert.True(second.States[0].SessionKept);
        Assert.Equal(["a", "b", "c"], second.Messages.Select(message => Encoding.UTF8.GetString(message.Payload.Span)));
        Assert.All(second.Messages, message => Assert.False(message.Retained));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Start_BrokerOnDiskRestarted_SessionKept(MqttVersion version)
    {
        using var broker = new Broker(folder => ["allow_anonymous true", "persistence true", $"persistence_location {folder}/", "autosave_on_changes true", "autosave_interval 1"]);
        var options = Keeping(broker, version);
        using (var first = Heard.Connected(options, "meter/#"))
        {
            first.Link.Publish("meter/1", "known"u8, 1, retain: false);
            Until.True(() => first.Has("meter/1", "known"), "the subscription stands");
        }

        Say(broker, "meter/1", "a");
        broker.Kill();
        broker.Start();

        using var second = Heard.Connected(options);
        Until.True(() => second.Has("meter/1", "a"), "what waited arrives");
    }

    [Theory]
    [InlineData(MqttVersion.V311, true, 3600)]
    [InlineData(MqttVersion.V5, true, 3600)]
    [InlineData(MqttVersion.V5, false, 0)]
    public void Start_SessionNotAskedFor_NothingWaits(MqttVersion version, bool clean, int seconds)
    {
        using var broker = new Broker();
        var options = Keeping(broker, version) with { CleanSession = clean, SessionKept = TimeSpan.FromSeconds(seconds) };
        Heard.Connected(options, "meter/#").Dispose();
        Say(broker, "meter/1", "a");

        using var second = Heard.Connected(options, "meter/#");
        second.Link.Publish("meter/1", "live"u8, 1, retain: false);

        Until.True(() => second.Has("meter/1", "live"), "what is said now arrives");
        Assert.False(second.States[0].SessionKept);
        Assert.Single(second.Messages);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Unsubscribe_FilterOfAnEarlierLife_HeardNoMore(MqttVersion version)
    {
        using var broker = new Broker();
        var options = Keeping(broker, version);
        using (var first = Heard.Connected(options, "old", "new"))
        {
            first.Link.Publish("old", "known"u8, 1, retain: false);
            Until.True(() => first.Has("old", "known"), "the subscription stands");
        }

        using var second = new Heard(options);
        foreach (var filter in Enumerable.Range(0, 500))
        {
            second.Link.Unsubscribe($"never/{filter}");
        }

        second.Link.Unsubscribe("old");
        second.Link.Start();
        Assert.True(SpinWait.SpinUntil(() => second.Link.Publish("old", "1"u8, 1, retain: false), TimeSpan.FromSeconds(10)), "the first instant that takes a message");
        second.Link.Publish("new", "2"u8, 1, retain: false);

        Until.True(() => second.Has("new", "2"), "the other still arrives");
        Assert.False(second.Has("old", "1"));
    }

    [Fact]
    public void Publish_V5_RetainedWillAndLargeMessagesPass()
    {
        using var broker = new Broker();
        var options = Heard.Options(broker, "link") with { Version = MqttVersion.V5, Will = () => new MqttWill("will", "gone"u8.ToArray(), 1, Retain: false) };
        using var witness = Heard.Connected(Heard.Options(broker, "witness") with { Version = MqttVersion.V5 }, "#");
        using (var link = Heard.Connected(options))
        {
            link.Link.Publish("state", "kept"u8, 1, retain: true);
            link.Link.Publish("large", new byte[100_000], 1, retain: false);
            Until.True(() => witness.Messages.Count == 2, "both arrive");
            using var thief = Heard.Connected(options);
            Until.True(() => witness.Has("will", "gone"), "the will of the one thrown out is told");
        }

        using var later = Heard.Connected(Heard.Options(broker, "later") with { Version = MqttVersion.V5 }, "state");
        Until.True(() => later.Has("state", "kept"), "what is kept arrives");
        Assert.True(later.Messages[0].Retained);
    }

    /// <summary>The broker that is here says goodbye to nobody: the words of one that does, byte by byte.</summary>
    [Fact]
    public async Task Start_V5BrokerSaysGoodbye_ItsReasonIsTold()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var link = new Heard(new MqttLinkOptions
        {
            Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port, ClientId = "link", Version = MqttVersion.V5, ReconnectMin = TimeSpan.FromSeconds(5),
        });
        link.Link.Start();
        using var socket = await listener.AcceptTcpClientAsync(cancel);
        _ = await socket.GetStream().ReadAsync(new byte[1024], cancel);

        await socket.GetStream().WriteAsync(new byte[] { 0x20, 3, 0, 0, 0, 0xE0, 2, 0x8B, 0 }, cancel);

        Until.True(() => link.States.Count == 2, "accepted, then lost");
        Assert.True(link.States[0].Connected);
        Assert.Equal("the broker ended the connection: Server shutting down", link.States[1].Reason);
    }

    [Fact]
    public void Start_V5WrongPassword_TheBrokersReasonIsTold()
    {
        using var broker = new Broker("allow_anonymous false");
        using var link = new Heard(Heard.Options(broker, "link") with { Version = MqttVersion.V5, User = "gw", Password = "wrong" });
        link.Link.Start();

        Until.True(() => link.States.Count >= 2, "it tries again");
        Assert.All(link.States, state => Assert.Contains("the broker refused us: Not authorized", state.Reason, StringComparison.OrdinalIgnoreCase));
    }

    private static MqttLinkOptions Keeping(Broker broker, MqttVersion version) =>
        Heard.Options(broker, "gateway") with { Version = version, CleanSession = false, SessionKept = TimeSpan.FromHours(1) };

    private static void Say(Broker broker, string topic, params string[] texts)
    {
        using var meter = Heard.Connected(broker, "meter", topic);
        foreach (var text in texts)
        {
            meter.Link.Publish(topic, Encoding.UTF8.GetBytes(text), 1, retain: false);
        }

        Until.True(() => meter.Has(topic, texts[^1]), "the broker has them");
    }
}
