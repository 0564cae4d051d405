using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Messaging.Tests.Brokers;

namespace Telemetry.Messaging.Tests.Sparkplug;

/// <summary>The rules of a host, message by message, with nodes that are not ours and a clock moved by hand.</summary>
public sealed class HostSessionTests : IDisposable
{
    private readonly HandClock _real = new();
    private readonly Wire _wire = new();
    private readonly List<HostEvent> _events = [];
    private readonly HostSession _host;

    public HostSessionTests()
    {
        _host = new HostSession("centre", _wire.With, TimeProvider.System, _real, NullLogger.Instance);
        _host.Received += _events.Add;
        _host.Start();
    }

    private int Asked => _wire.Sent.Count(sent => sent.Topic == "spBv1.0/g/NCMD/n");

    [Fact]
    public void Start_SaysOnlineWithTheInstantOfItsWill()
    {
        var said = HostState.Parse(_wire.Sent[0].Payload);

        Assert.Equal(("spBv1.0/STATE/centre", true), (_wire.Sent[0].Topic, _wire.Sent[0].Retained));
        Assert.Equal(said!.Value with { Online = false }, HostState.Parse(_wire.Will!.Payload));
        Assert.True(said.Value.Online);
        Assert.True(_wire.Will is { Topic: "spBv1.0/STATE/centre", Retain: true, Qos: 1 });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Clock_WentBack_ComesAgainWithAWordAsNew(bool retained)
    {
        var later = HostState.Parse(_wire.Sent[0].Payload)!.Value.Timestamp + 3_600_000;

        _wire.Receive("spBv1.0/STATE/centre", new HostState(false, later).ToBytes(), retained);
        Assert.Equal(1, _wire.Reconnections);
        _wire.Break();
        _wire.Start();

        Assert.Equal(new HostState(false, later), HostState.Parse(_wire.Will!.Payload));
        Assert.Equal(new HostState(true, later), HostState.Parse(_wire.Sent[^1].Payload));
    }

    [Fact]
    public void State_OldAndKept_NoAnswer()
    {
        _wire.Receive("spBv1.0/STATE/centre", new HostState(false, 5).ToBytes(), retained: true);
        _wire.Receive("spBv1.0/STATE/other", new HostState(false, long.MaxValue).ToBytes());

        Assert.Equal((1, 0), (_wire.Sent.Count, _wire.Reconnections));
    }

    [Fact]
    public void Gap_AsksForARebirthAtMostEveryFiveSeconds()
    {
        Birth(seq: 250);
        Data(251, Alias(5, 1));
        Assert.Equal(0, Asked);

        Data(253, Alias(5, 2));
        Assert.Equal(1, Asked);
        Data(255, Alias(5, 3));
        Data(0, Alias(5, 4));
        Assert.Equal(1, Asked);
        _real.Seconds += 4.9;
        Data(1, Alias(5, 5));
        Assert.Equal(1, Asked);
        _real.Seconds += 0.2;
        Data(2, Alias(5, 6));
        Assert.Equal(2, Asked);

        Birth(seq: 0);
        _real.Seconds += 60;
        Data(1, Alias(5, 7));
        Assert.Equal(2, Asked);
        Assert.Equal([1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0], _events.Where(heard => heard.Type == MessageType.NodeData).Select(heard => heard.Payload.Metrics[0].Value));
        Assert.All(_events.SelectMany(heard => heard.Payload.Metrics), metric => Assert.NotEmpty(metric.Name));
    }

    [Fact]
    public void Gap_AskIsAPlainRebirthCommand()
    {
        Data(1, Named("T", 1));

        var asked = SparkplugCodec.Decode(_wire.Sent.Single(sent => sent.Topic.Contains("NCMD", StringComparison.Ordinal)).Payload.Span, out _)!;
        Assert.Null(asked.Seq);
        var metric = Assert.Single(asked.Metrics);
        Assert.Equal(("Node Control/Rebirth", MetricType.Boolean, (object)true), (metric.Name, metric.Type, metric.Value!));
    }

    [Fact]
    public void Data_OfAnUnknownNode_DeliveredWhenNamedElseRefused()
    {
        Data(9, Named("T", 1));
        Data(10, Alias(5, 1));

        Assert.Equal("T", Assert.Single(Assert.Single(_events).Payload.Metrics).Name);
        Assert.Equal(1, _host.Refused);
        Assert.Equal(1, Asked);
    }

    [Fact]
    public void Data_OfAnotherNode_HasItsOwnAliases()
    {
        Birth(seq: 0);

        _wire.Receive("spBv1.0/g/NDATA/m", new Payload { Seq = 1, Metrics = [Alias(5, 1)] });
        _wire.Receive("spBv1.0/h/NDATA/n", new Payload { Seq = 1, Metrics = [Alias(5, 1)] });

        Assert.Equal(2, _host.Refused);
        Assert.Single(_events);
    }

    [Fact]
    public void Death_OfAnEarlierLife_DoesNotKill()
    {
        Birth(seq: 0, bdSeq: 3);

        Death(2);
        Data(1, Alias(5, 1));
        Assert.Equal([MessageType.NodeBirth, MessageType.NodeData], _events.Select(heard => heard.Type));
        Assert.Equal(0, Asked);

        Death(3);
        Data(2, Alias(5, 1));
        Assert.Equal(MessageType.NodeDeath, _events[^1].Type);
        Assert.Empty(_events[^1].Payload.Metrics);
        Assert.Equal((1L, 1), (_host.Refused, Asked));
    }

    [Fact]
    public void Death_OfAnUnknownNode_Told()
    {
        Death(200);

        Assert.Equal(MessageType.NodeDeath, Assert.Single(_events).Type);
    }

    [Fact]
    public void Connection_Renewed_WhatWasKnownIsForgotten()
    {
        Birth(seq: 0);
        var connected = new List<bool>();
        _host.ConnectedChanged += connected.Add;

        _wire.Break();
        _wire.Start();
        Data(1, Alias(5, 1));

        Assert.Equal([false, true], connected);
        Assert.Equal((1L, 1), (_host.Refused, Asked));
        Assert.Equal(2, _wire.Sent.Count(sent => sent.Topic == "spBv1.0/STATE/centre"));
    }

    [Fact]
    public void Birth_Again_ReplacesAliases()
    {
        Birth(seq: 0);
        _wire.Receive("spBv1.0/g/NBIRTH/n", new Payload
        {
            Seq = 0,
            Metrics = [StandardMetrics.OfSequence(0), new Metric { Name = "U", Alias = 5, Type = MetricType.Int32, Value = 0L }],
        });

        _wire.Receive("spBv1.0/g/NDATA/n", Convert.FromHexString("120810" + "0550ffffffff0f" + "1801"));

        var metric = Assert.Single(_events[^1].Payload.Metrics);
        Assert.Equal(("U", -1L), (metric.Name, metric.Value));
    }

    [Fact]
    public void Birth_WithoutSeq_Refused()
    {
        _wire.Receive("spBv1.0/g/NBIRTH/n", new Payload { Metrics = [StandardMetrics.OfSequence(0)] });

        Assert.Empty(_events);
        Assert.Equal(1, _host.Refused);
    }

    [Fact]
    public void Commands_OfOthers_AreNotEvents()
    {
        _wire.Receive("spBv1.0/g/NCMD/n", Encoding.UTF8.GetBytes("anything"));
        _wire.Receive("spBv1.0/g/DCMD/n/d", []);

        Assert.Equal((0, 0L), (_events.Count, _host.Refused));
    }

    [Fact]
    public void Dispose_SaysOffline()
    {
        _host.Dispose();

        Assert.Equal(("spBv1.0/STATE/centre", true), (_wire.Sent[^1].Topic, _wire.Sent[^1].Retained));
        Assert.False(HostState.Parse(_wire.Sent[^1].Payload)!.Value.Online);
        Assert.True(_wire.IsDisposed);
    }

    public void Dispose()
    {
        _host.Dispose();
        _wire.Dispose();
    }

    private static Metric Alias(ulong alias, double value) => new() { Name = "", Alias = alias, Type = MetricType.Double, Value = value };

    private static Metric Named(string name, double value) => new() { Name = name, Type = MetricType.Double, Value = value };

    private void Birth(byte seq, byte bdSeq = 0) => _wire.Receive("spBv1.0/g/NBIRTH/n", new Payload
    {
        Seq = seq, Metrics = [StandardMetrics.OfSequence(bdSeq), Named("T", 0) with { Alias = 5 }],
    });

    private void Data(byte seq, Metric metric) => _wire.Receive("spBv1.0/g/NDATA/n", new Payload { Seq = seq, Metrics = [metric] });

    private void Death(byte bdSeq) => _wire.Receive("spBv1.0/g/NDEATH/n", new Payload { Metrics = [StandardMetrics.OfSequence(bdSeq)] });

    private sealed class HandClock : TimeProvider
    {
        internal double Seconds { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => (long)(Seconds * TimeSpan.TicksPerSecond);
    }
}
