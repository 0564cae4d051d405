using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Messaging.Tests.Sparkplug;

/// <summary>Written one by one or as a payload, the bytes are the same.</summary>
public sealed class MetricWriterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    private readonly AliasBook _aliases = new();

    public MetricWriterTests()
    {
        for (var i = 0; i < 300; i++)
        {
            _ = _aliases.Introduce("boiler", Double($"p{i}", 0, isHistorical: false));
        }
    }

    [Theory]
    [InlineData("p0", 20.5, false)]
    [InlineData("p299", -0.0, true)]
    [InlineData("p128", double.MaxValue, false)]
    [InlineData("never.born", 3, true)]
    public void Write_AValue_AsThePayloadWould(string name, double value, bool isHistorical) => Same(
        writer => writer.Write(name, Noon, value, isHistorical), Double(name, value, isHistorical));

    [Theory]
    [InlineData("Outbox/Sequence", 0)]
    [InlineData("Outbox/First", 1L << 40)]
    [InlineData("Négatif", -1)]
    [InlineData("Negative", long.MinValue)]
    [InlineData("p7", 12)]
    public void Write_AWholeNumber_AsThePayloadWould(string name, long value) => Same(
        writer => writer.Write(name, value), new Metric { Name = name, Type = MetricType.Int64, Value = value });

    [Fact]
    public void Write_LongName_AsThePayloadWould() => Same(
        writer => writer.Write(new string('n', 300), 5), new Metric { Name = new string('n', 300), Type = MetricType.Int64, Value = 5L });

    [Fact]
    public void Write_ABadValueWithItsReason_AsThePayloadWould()
    {
        var bad = new Metric
        {
            Name = "p3", Type = MetricType.Double, Timestamp = Noon, Properties = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Quality"] = 0L, ["reason"] = "NoAnswer" },
        };

        Same(writer => writer.Write(bad), bad);
    }

    [Fact]
    public void Write_BeforeTheEpoch_IsRefused() => Assert.Throws<ArgumentException>(() =>
        new MetricWriter(_aliases).Write("p0", DateTimeOffset.UnixEpoch.AddSeconds(-1), 1, isHistorical: false));

    private static Metric Double(string name, double value, bool isHistorical) =>
        new() { Name = name, Type = MetricType.Double, Timestamp = Noon, Value = value, IsHistorical = isHistorical };

    private void Same(Action<IMetricWriter> write, Metric metric)
    {
        var writer = new MetricWriter(_aliases);
        writer.Begin("boiler", Noon);
        writer.Write("left over", 1);
        writer.Begin("boiler", Noon);
        write(writer);
        write(writer);

        var shortened = _aliases.Shorten("boiler", metric);
        Assert.Equal(
            SparkplugCodec.Encode(new Payload { Timestamp = Noon, Seq = 200, Metrics = [shortened, shortened] }), writer.End(200).ToArray());
    }
}
