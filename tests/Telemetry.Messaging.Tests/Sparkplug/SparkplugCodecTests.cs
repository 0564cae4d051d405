using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Messaging.Tests.Sparkplug;

public sealed class SparkplugCodecTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);

    /// <summary>A birth as npm sparkplug-payload 1.0.3 writes it, with the sequence after the metrics.</summary>
    private const string Reference =
        "0880d095ffbc31120b0a05626453657120045800121a0a144e6f646520436f6e74726f6c2f52656269727468200b7000120c0a015410052009650000ac411800";

    private static readonly Payload ReferencePayload = new()
    {
        Timestamp = At,
        Seq = 0,
        Metrics =
        [
            new Metric { Name = "bdSeq", Type = MetricType.Int64, Value = 0L },
            new Metric { Name = "Node Control/Rebirth", Type = MetricType.Boolean, Value = false },
            new Metric { Name = "T", Alias = 5, Type = MetricType.Float, Value = 21.5 },
        ],
    };

    [Fact]
    public void Encode_ReferenceFrame_ByteForByte() =>
        Assert.Equal(Reference, Convert.ToHexStringLower(SparkplugCodec.Encode(ReferencePayload)));

    [Fact]
    public void Decode_ReferenceFrame_EverythingRead()
    {
        var payload = SparkplugCodec.Decode(Convert.FromHexString(Reference), out var problem);

        Assert.Equal("", problem);
        AssertSame(ReferencePayload, payload);
    }

    [Fact]
    public void Decode_FieldsInAnotherOrder_Read()
    {
        // seq, then timestamp, before the metrics.
        var payload = SparkplugCodec.Decode(Convert.FromHexString("18050880d095ffbc31"), out _);

        Assert.Equal(((byte?)5, (DateTimeOffset?)At), (payload!.Seq, payload.Timestamp));
    }

    [Theory]
    [InlineData(MetricType.Int8, "50ff01", -1)]
    [InlineData(MetricType.Int8, "50ffffffff0f", -1)]
    [InlineData(MetricType.Int8, "58ffffffffffffffffff01", -1)]
    [InlineData(MetricType.Int16, "5080ffffff0f", -128)]
    [InlineData(MetricType.Int32, "50ffffffff0f", -1)]
    [InlineData(MetricType.Int64, "58ffffffffffffffffff01", -1)]
    [InlineData(MetricType.UInt32, "50ffffffff0f", uint.MaxValue)]
    [InlineData(MetricType.UInt32, "58ffffffff0f", uint.MaxValue)]
    [InlineData(MetricType.UInt64, "58ffffffffffffffff7f", long.MaxValue)]
    public void Decode_Integers_EitherFieldAndTwosComplement(MetricType type, string value, long expected)
    {
        var payload = SparkplugCodec.Decode(Frame($"0a016120{(int)type:x2}{value}"), out var problem);

        Assert.Equal("", problem);
        Assert.Equal(expected, Assert.Single(payload!.Metrics).Value);
    }

    [Theory]
    [InlineData("20015080ffffff07", "'a'")]
    [InlineData("2005508002", "'a'")]
    [InlineData("200858ffffffffffffffffff01", "'a'")]
    [InlineData("200b5001", "'a'")]
    [InlineData("200a7a0131", "'a'")]
    [InlineData("18ffffffffffffffffff0120085801", "timestamp")]
    [InlineData("20ffffffff0f5001", "data type")]
    [InlineData("4a030a0178", "property names")]
    [InlineData("4a0d0a017812080801 1880ffffff07", "property 'x'")]
    public void Decode_MalformedMetric_RefusedAndNamed(string fields, string expected)
    {
        var payload = SparkplugCodec.Decode(Frame("0a0161" + fields.Replace(" ", "", StringComparison.Ordinal)), out var problem);

        Assert.Null(payload);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("188002", "seq 256")]
    [InlineData("08ffffffffffffffffff01", "timestamp")]
    [InlineData("0880b1979fe2e43900", "")]
    [InlineData("0a", "not a Sparkplug B payload")]
    [InlineData("7b22", "not a Sparkplug B payload")]
    public void Decode_MalformedPayload_RefusedWithReason(string hex, string expected)
    {
        Assert.Null(SparkplugCodec.Decode(Convert.FromHexString(hex), out var problem));
        Assert.Contains(expected, problem, StringComparison.Ordinal);
        Assert.NotEmpty(problem);
    }

    [Fact]
    public void Decode_NullAndValue_IsNull()
    {
        var payload = SparkplugCodec.Decode(Frame("0a0161200a3801690000000000000840"), out _);

        Assert.Null(Assert.Single(payload!.Metrics).Value);
    }

    [Fact]
    public void Decode_TypeOfALaterEdition_CarriedAsBytes()
    {
        var payload = SparkplugCodec.Decode(Frame("0a0161201682010401020304"), out var problem);

        Assert.Equal("", problem);
        var metric = Assert.Single(payload!.Metrics);
        Assert.Equal((MetricType)22, metric.Type);
        Assert.Equal(new byte[] { 1, 2, 3, 4 }, metric.Value);
        AssertSame(payload, SparkplugCodec.Decode(SparkplugCodec.Encode(payload), out _));
    }

    [Fact]
    public void Decode_AliasOnly_NamedByTheBirthOfItsDevice()
    {
        var aliases = new Dictionary<ulong, KnownMetric> { [7] = new("boiler", "fault", MetricType.Int32) };
        var bytes = Frame("100750ffffffff0f");

        var known = SparkplugCodec.Decode(bytes, "boiler", aliases, out _)!.Metrics[0];
        var other = SparkplugCodec.Decode(bytes, "pump", aliases, out _)!.Metrics[0];

        Assert.Equal(("fault", MetricType.Int32, -1L), (known.Name, known.Type, known.Value));
        Assert.Equal(("", MetricType.Unknown, 7UL), (other.Name, other.Type, other.Alias));
    }

    [Fact]
    public void Encode_Quality_IsAnInt32()
    {
        var metric = new Metric
        {
            Name = "a", Type = MetricType.Double, Properties = new Dictionary<string, object?> { ["Quality"] = 500L, ["none"] = null },
        };

        var bytes = Convert.ToHexStringLower(SparkplugCodec.Encode(new Payload { Metrics = [metric] }));

        Assert.Contains("080318f403", bytes, StringComparison.Ordinal);
        var read = SparkplugCodec.Decode(Convert.FromHexString(bytes), out _)!.Metrics[0];
        Assert.Equal(500L, read.Properties["Quality"]);
        Assert.True(read.Properties.TryGetValue("none", out var none) && none is null);
        Assert.Null(read.Value);
    }

    [Theory]
    [InlineData(MetricType.Int8, 128L)]
    [InlineData(MetricType.UInt16, -1L)]
    [InlineData(MetricType.Int32, 1L << 31)]
    [InlineData(MetricType.Double, "1")]
    [InlineData(MetricType.Int64, 1.5)]
    [InlineData(MetricType.Boolean, 1L)]
    [InlineData(MetricType.String, 1L)]
    [InlineData(MetricType.Unknown, 1L)]
    public void Encode_ValueOfAnotherType_ThrowsAndNamesTheMetric(MetricType type, object value)
    {
        var payload = new Payload { Metrics = [new Metric { Name = "flow", Type = type, Value = value }] };

        var problem = Assert.Throws<ArgumentException>(() => SparkplugCodec.Encode(payload));
        Assert.Contains("'flow'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_WhatWasEncoded_IsTheSame() => Prop.ForAll(Arb.From(Payloads()), payload =>
    {
        AssertSame(payload, SparkplugCodec.Decode(SparkplugCodec.Encode(payload), out var problem));
        Assert.Equal("", problem);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Decode_AnyBytes_NeverThrows() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
    {
        var payload = SparkplugCodec.Decode(bytes, out var problem);
        Assert.Equal(payload is null, problem.Length > 0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Decode_DamagedFrames_NeverThrow()
    {
        // bench/fuzz/run asks for millions.
        var cases = int.TryParse(Environment.GetEnvironmentVariable("TELEMETRY_FUZZ_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 20_000;
        var random = new Random(1);
        byte[] frame = [];
        for (var i = 0; i < cases; i++)
        {
            frame = i % 1000 == 0 ? SparkplugCodec.Encode(Gen.Sample(Payloads(), 60, 1).First() with { Seq = 1 }) : frame;
            var damaged = frame.AsSpan(0, i % 4 == 0 ? random.Next(frame.Length + 1) : frame.Length).ToArray();
            for (var hits = random.Next(4); hits > 0 && damaged.Length > 0; hits--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            var payload = SparkplugCodec.Decode(damaged, out var problem);
            Assert.Equal(payload is null, problem.Length > 0);
        }
    }

    internal static byte[] Frame(string metric)
    {
        var bytes = Convert.FromHexString(metric);
        return [0x12, (byte)bytes.Length, .. bytes];
    }

    internal static void AssertSame(Payload expected, Payload? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal((expected.Timestamp, expected.Seq, expected.Metrics.Count), (actual.Timestamp, actual.Seq, actual.Metrics.Count));
        foreach (var (left, right) in expected.Metrics.Zip(actual.Metrics))
        {
            Assert.Equal(left with { Value = null, Properties = Metric.NoProperties }, right with { Value = null, Properties = Metric.NoProperties });
            Assert.Equal(left.Value, right.Value);
            Assert.Equal(left.Properties.OrderBy(property => property.Key), right.Properties.OrderBy(property => property.Key));
        }
    }

    private static Gen<Payload> Payloads() =>
        from at in Instants()
        from seq in Gen.Choose(-1, 255)
        from metrics in Gen.ListOf(Metrics())
        select new Payload { Timestamp = at, Seq = seq < 0 ? null : (byte)seq, Metrics = [.. metrics] };

    private static Gen<DateTimeOffset?> Instants() => Gen.Frequency(
        (1, Gen.Constant<DateTimeOffset?>(null)),
        (9, ArbMap.Default.GeneratorFor<uint>().Select(seconds => (DateTimeOffset?)DateTimeOffset.UnixEpoch.AddSeconds(seconds).AddMilliseconds(seconds % 1000))));

    private static Gen<Metric> Metrics() =>
        from type in Gen.Choose(1, 19)
        from value in Gen.Frequency((1, Gen.Constant<object?>(null)), (9, Values((MetricType)type)))
        from name in ArbMap.Default.GeneratorFor<NonEmptyString>()
        from alias in Gen.Elements<ulong?>(null, 0UL, 300UL, ulong.MaxValue)
        from at in Instants()
        from historical in Gen.Elements(true, false)
        from properties in Gen.ListOf(Properties())
        select new Metric
        {
            Name = WellFormed(name.Get) + "_", Alias = alias, Timestamp = at, Type = (MetricType)type, Value = value, IsHistorical = historical,
            Properties = properties.DistinctBy(property => property.Key).ToDictionary(),
        };

    private static Gen<KeyValuePair<string, object?>> Properties() =>
        from key in ArbMap.Default.GeneratorFor<NonEmptyString>()
        from type in Gen.Elements(MetricType.Boolean, MetricType.Int64, MetricType.Double, MetricType.String)
        from value in Gen.Frequency((1, Gen.Constant<object?>(null)), (9, Values(type)))
        select KeyValuePair.Create(WellFormed(key.Get), value);

    private static Gen<object?> Values(MetricType type) => type switch
    {
        MetricType.Int8 => Gen.Choose(sbyte.MinValue, sbyte.MaxValue).Select(i => (object?)(long)i),
        MetricType.Int16 => Gen.Choose(short.MinValue, short.MaxValue).Select(i => (object?)(long)i),
        MetricType.Int32 => ArbMap.Default.GeneratorFor<int>().Select(i => (object?)(long)i),
        MetricType.Int64 => ArbMap.Default.GeneratorFor<long>().Select(i => (object?)i),
        MetricType.UInt8 => Gen.Choose(0, 255).Select(i => (object?)(long)i),
        MetricType.UInt16 => Gen.Choose(0, 65535).Select(i => (object?)(long)i),
        MetricType.UInt32 => ArbMap.Default.GeneratorFor<uint>().Select(i => (object?)(long)i),
        MetricType.UInt64 => ArbMap.Default.GeneratorFor<long>().Select(i => (object?)(i & long.MaxValue)),
        MetricType.DateTime => ArbMap.Default.GeneratorFor<uint>().Select(i => (object?)(i * 1000L)),
        MetricType.Float => ArbMap.Default.GeneratorFor<float>().Select(i => (object?)(double)i),
        MetricType.Double => ArbMap.Default.GeneratorFor<double>().Select(i => (object?)i),
        MetricType.Boolean => Gen.Elements<object?>(true, false),
        MetricType.String or MetricType.Text or MetricType.Uuid =>
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(i => (object?)WellFormed(i.Get)),
        _ => ArbMap.Default.GeneratorFor<byte[]>().Select(i => (object?)i),
    };

    // Lone surrogates are no text: UTF-8 cannot carry them.
    private static string WellFormed(string text) => string.Concat(text.Where(letter => !char.IsSurrogate(letter)));
}
