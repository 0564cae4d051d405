using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Messaging.Tests.Brokers;

namespace Telemetry.Messaging.Tests.Sparkplug;

/// <summary>The rules of an edge node, message by message.</summary>
public sealed class EdgeSessionTests : IDisposable
{
    private readonly Wire _wire = new();
    private readonly List<bool> _online = [];
    private readonly EdgeSession _edge;
    private Func<IReadOnlyDictionary<string, IReadOnlyList<Metric>>> _births = () => new Dictionary<string, IReadOnlyList<Metric>>
    {
        ["boiler"] = [Town.Double("T", 50)],
        [""] = [],
    };

    private byte _bdSeq = 254;

    public EdgeSessionTests()
    {
        var options = new EdgeOptions { Group = "g", Node = "n", Births = () => _births(), NextBirthDeathSequence = () => unchecked(++_bdSeq) };
        _edge = new EdgeSession(options, _wire.With, new Noon(), NullLogger.Instance);
        _edge.OnlineChanged += _online.Add;
    }

    private IEnumerable<string> Topics => _wire.Sent.Select(sent => sent.Topic);

    [Fact]
    public void Start_WillAndBirthCarryTheSameSequence()
    {
        _edge.Start();

        Assert.Equal(["spBv1.0/g/NBIRTH/n", "spBv1.0/g/DBIRTH/n/boiler"], Topics);
        Assert.Equal(("spBv1.0/g/NDEATH/n", 1, false), (_wire.Will!.Topic, _wire.Will.Qos, _wire.Will.Retain));
        Assert.Equal(255L, Sequence(SparkplugCodec.Decode(_wire.Will.Payload.Span, out _)!));
        Assert.Null(SparkplugCodec.Decode(_wire.Will.Payload.Span, out _)!.Seq);
        Assert.Equal(255L, Sequence(Sent(0)));
        Assert.Equal(new Noon().GetUtcNow(), Sent(0).Timestamp);
    }

    [Fact]
    public void Link_BrokenAndBack_NextSequenceAndSeqFromZero()
    {
        _edge.Start();
        Assert.True(_edge.Publish("boiler", [Town.Double("T", 51)]));

        _wire.Break();
        Assert.False(_edge.IsOnline);
        Assert.False(_edge.Publish("boiler", [Town.Double("T", 52)]));
        Assert.False(_edge.PublishDeviceDeath("boiler"));
        Assert.False(_edge.PublishDeviceBirth("boiler"));
        _wire.Break();
        _wire.Start();

        Assert.Equal([true, false, true], _online);
        Assert.Equal(((byte?)0, 0L), (Sent(3).Seq, Sequence(Sent(3))));
    }

    [Fact]
    public void Rebirth_Asked_SameSequenceSameAliases()
    {
        _edge.Start();
        _edge.Publish("", [Town.Double("x", 1)]);

        _wire.Receive("spBv1.0/g/NCMD/n", new Payload { Metrics = [StandardMetrics.OfRebirth(true)] });
        _wire.Receive("spBv1.0/g/NCMD/n", new Payload { Metrics = [StandardMetrics.OfRebirth(false)] });

        Assert.Equal(5, _wire.Sent.Count);
        Assert.Equal((255L, (byte?)0), (Sequence(Sent(3)), Sent(3).Seq));
        Assert.Equal(Sent(1).Metrics[0].Alias, Sent(4).Metrics[0].Alias);
        Assert.Equal([true, true], _online);
    }

    [Fact]
    public void Births_CallerFails_NotOnlineAndTriedAgain()
    {
        var good = _births;
        _births = () => throw new InvalidOperationException("no site yet");
        _edge.Start();
        Assert.Equal((false, 1), (_edge.IsOnline, _wire.Reconnections));

        _births = good;
        _wire.Break();
        _wire.Start();

        Assert.Equal([true], _online);
    }

    [Fact]
    public void Births_LinkRefusesHalfWay_NotOnlineAndTriedAgain()
    {
        _wire.Room = 1;

        _edge.Start();

        Assert.Equal((false, 1), (_edge.IsOnline, _wire.Reconnections));
        Assert.Empty(_online);
        Assert.False(_edge.Publish("boiler", [Town.Double("T", 51)]));
    }

    [Fact]
    public void Publish_Refused_SeqIsNotSpent()
    {
        _edge.Start();
        _wire.Room = 0;
        Assert.False(_edge.Publish("boiler", [Town.Double("T", 51)]));
        _wire.Room = 9;
        Assert.True(_edge.Publish("boiler", [Town.Double("T", 52)]));

        Assert.Equal((byte?)2, Sent(2).Seq);
    }

    [Fact]
    public void Dispose_Born_SaysDeathOnce()
    {
        _edge.Start();

        _edge.Dispose();
        _edge.Dispose();

        Assert.Equal("spBv1.0/g/NDEATH/n", Topics.Last());
        Assert.Equal(3, _wire.Sent.Count);
        Assert.Equal(255L, Sequence(Sent(2)));
        Assert.True(_wire.IsDisposed);
    }

    [Theory]
    [InlineData("g/x", "n", null)]
    [InlineData("g", "", null)]
    [InlineData("g", "n", "+")]
    public void Make_BadIds_Throws(string group, string node, string? host) => Assert.Throws<ArgumentException>(() => new EdgeSession(
        new EdgeOptions { Group = group, Node = node, PrimaryHost = host, Births = _births, NextBirthDeathSequence = () => 0 },
        _wire.With, new Noon(), NullLogger.Instance));

    public void Dispose()
    {
        _edge.Dispose();
        _wire.Dispose();
    }

    private static long? Sequence(Payload payload) => StandardMetrics.SequenceOf(payload);

    private Payload Sent(int index) => SparkplugCodec.Decode(_wire.Sent[index].Payload.Span, out _)!;

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    }
}
