using Telemetry.Gateway.Commissioning;

namespace Telemetry.Gateway.Tests.Commissioning;

/// <summary>The four orders of the same words.</summary>
public sealed class FourDecodingsTests
{
    /// <summary>230.0 is 43 66 00 00 in IEEE 754: each order of its bytes is found in its own line.</summary>
    [Theory]
    [InlineData(0x4366, 0x0000, "ABCD")]
    [InlineData(0x0000, 0x4366, "CDAB")]
    [InlineData(0x6643, 0x0000, "BADC")]
    [InlineData(0x0000, 0x6643, "DCBA")]
    public void Of_TwoWords_TheRightOrderReads230(int first, int second, string order)
    {
        var decodings = FourDecodings.Of([(ushort)first, (ushort)second]);

        Assert.Equal(["ABCD", "CDAB", "BADC", "DCBA"], decodings.Select(line => line.Order));
        var right = Assert.Single(decodings, line => line.Values.Any(value => value is ("float32", 230)));
        Assert.Equal(order, right.Order);
    }

    [Fact]
    public void Of_OneWord_SignedUnsignedAndSwapped()
    {
        var decodings = FourDecodings.Of([0xFFF6]);

        Assert.Equal([("uint16", 65526.0), ("int16", -10.0), ("signmagnitude16", -32758.0)], decodings[0].Values);
        Assert.Equal(("uint16", 63231.0), decodings[1].Values[0]);
    }

    [Fact]
    public void Of_ThreeWords_Nothing() => Assert.Empty(FourDecodings.Of([1, 2, 3]));
}
