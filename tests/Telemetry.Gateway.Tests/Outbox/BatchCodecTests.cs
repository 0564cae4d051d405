using Telemetry.Gateway.Outbox;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Outbox;

public sealed class BatchCodecTests
{
    private static readonly EquipmentId Equipment = new("m", "g", "d");
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, 123, TimeSpan.Zero);

    [Theory]
    [InlineData(0.0)]
    [InlineData(21.5)]
    [InlineData(-12.345)]
    [InlineData(0.1)]
    [InlineData(1e-7)]
    [InlineData(Math.PI)]
    [InlineData(9007199254740991.0)]
    [InlineData(9007199254740993.0)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    [InlineData(double.NaN)]
    public void Decode_AnyValue_SameBits(double value)
    {
        var quality = double.IsNaN(value) ? Quality.DeviceFault : Quality.ClockUncertain;
        var sample = Through(new Sample(new PointId(Equipment, "p"), Noon, value, quality))[0];

        Assert.Equal((BitConverter.DoubleToInt64Bits(value), quality, Noon), (BitConverter.DoubleToInt64Bits(sample.Value), sample.Quality, sample.At));
    }

    [Fact]
    public void Decode_ManyAtRandom_SameSamples()
    {
        var random = new Random(3);
        Sample[] samples = [.. Enumerable.Range(0, 5_000).Select(i => new Sample(
            new PointId(Equipment, $"p{random.Next(40)}"), Noon.AddMilliseconds(random.Next(-100_000, 100_000)),
            random.Next(3) == 0 ? BitConverter.Int64BitsToDouble(random.NextInt64()) : Math.Round((random.NextDouble() * 2000) - 1000, random.Next(5)), Quality.Good))];
        Sample[] finite = [.. samples.Where(sample => double.IsFinite(sample.Value))];

        Assert.Equal(finite, Through(finite));
    }

    [Fact]
    public void Encode_OrdinaryValues_UnderNineBytesASample()
    {
        Sample[] samples = [.. Enumerable.Range(0, 25).Select(i => new Sample(new PointId(Equipment, $"point.number.{i}"), Noon, 20 + (i * 0.1), Quality.Good))];
        var names = samples.Select(sample => sample.Point.Name).ToList();

        var bytes = Encode(samples, name => names.IndexOf(name) + 1);

        Assert.InRange(bytes.Length / 25.0, 3, 9);
    }

    [Fact]
    public void Decode_BytesOfTheFirstVersion_StillRead()
    {
        var sample = new Sample(new PointId(Equipment, "flow.temperature"), Noon, 48.25, Quality.Suspect);
        var bytes = BatchCodec.EncodeAlone(new OutboxBatch { Device = "d", KeptAt = Noon, Samples = [sample] });

        Assert.Equal([sample], BatchCodec.Decode(7, Equipment, Noon, bytes, _ => throw new InvalidOperationException("it needs no table")).Samples);
    }

    private static IReadOnlyList<Sample> Through(params Sample[] samples)
    {
        var names = samples.Select(sample => sample.Point.Name).Distinct().ToList();
        var bytes = Encode(samples, name => names.IndexOf(name) + 1);
        return BatchCodec.Decode(1, Equipment, Noon, bytes, id => names[id - 1]).Samples;
    }

    private static byte[] Encode(IReadOnlyList<Sample> samples, Func<string, int> idOf)
    {
        using var writer = new BinaryWriter(new MemoryStream());
        writer.Write("what was written before");
        return BatchCodec.Encode(new OutboxBatch { Device = "d", KeptAt = Noon, Samples = samples }, idOf, writer).ToArray();
    }
}
