using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Tests.Configuration;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Tests.Drivers.Modbus;

/// <summary>Any words, any map: a value with a quality, never an exception, never a number that is not one.</summary>
public sealed class RegisterDecoderProperties
{
    [Fact]
    public void Decode_AnyWords_NumberExactlyWhenGood()
    {
        var random = new Random(FuzzCases.Seed(630));
        Span<ushort> words = stackalloc ushort[160];
        var cases = FuzzCases.Of(300_000);
        for (var run = 0; run < cases; run++)
        {
            Check(Map(random), words, random);
        }
    }

    /// <summary>The blocks as shipped: every point of every profile.</summary>
    [Theory]
    [MemberData(nameof(ShippedProfileTests.Modbus), MemberType = typeof(ShippedProfileTests))]
    public void Decode_AnyWordsInAShippedProfile_NumberExactlyWhenGood(string profile)
    {
        var maps = Installed.Profiles[profile].Points.Select(point => point.Register!).ToArray();
        var random = new Random(FuzzCases.Seed(profile.Length * 7919));
        Span<ushort> words = stackalloc ushort[ushort.MaxValue / 2];
        var cases = FuzzCases.Of(2_000);
        for (var run = 0; run < cases; run++)
        {
            Check(maps[random.Next(maps.Length)], words, random);
        }
    }

    private static void Check(RegisterMap map, Span<ushort> words, Random random)
    {
        var read = words[..map.Span];
        foreach (ref var word in read)
        {
            word = random.Next(6) switch { 0 => 0xFFFF, 1 => 0x8000, 2 => 0, _ => (ushort)random.Next(65536) };
        }

        var (value, quality) = RegisterDecoder.Decode(map, read);

        Assert.True(quality.IsBad ? double.IsNaN(value) : double.IsFinite(value), $"{map} {string.Join(' ', read.ToArray())}: {value} {quality}");
    }

    /// <summary>What is written reads back as the value asked, to the register's own resolution.</summary>
    [Fact]
    public void Encode_ThenDecode_TheValueAsked()
    {
        var random = new Random(557);
        var written = 0;
        for (var run = 0; run < 100_000; run++)
        {
            var map = Map(random) with { Mask = null, ScaleFrom = null, NoValue = [], Kind = RegisterKind.Holding };
            var asked = (random.Next(-4000, 4000) / 10.0) + map.Offset;
            if (RegisterDecoder.Encode(map, asked) is { } word)
            {
                written++;
                var (read, quality) = RegisterDecoder.Decode(map, [word]);
                Assert.Equal(Quality.Good, quality);
                Assert.InRange(Math.Abs(read - asked), 0, (Math.Abs(map.Scale) / 2) + 1e-5);
            }
        }

        Assert.True(written > 10_000, $"{written} written");
    }

    private static RegisterMap Map(Random random)
    {
        var types = Enum.GetValues<RegisterType>().Where(type => type is not (RegisterType.Text or RegisterType.WideText)).ToArray();
        var address = (ushort)random.Next(100);
        return new RegisterMap
        {
            Kind = RegisterKind.Input,
            Address = address,
            Type = types[random.Next(types.Length)],
            Order = (WordOrder)random.Next(4),
            Scale = random.Next(3) switch { 0 => 1, 1 => 0.1, _ => 0.015625 },
            Offset = random.Next(4) == 0 ? -100 : 0,
            Mask = random.Next(5) == 0 ? 1UL << random.Next(64) : null,
            ScaleFrom = random.Next(4) == 0 ? (ushort)random.Next(110) : null,
            NoValue = random.Next(2) == 0 ? [0xFFFF] : [],
        };
    }
}
