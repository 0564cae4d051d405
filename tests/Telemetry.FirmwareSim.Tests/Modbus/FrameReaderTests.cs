using FirmwareSim.Modbus;

namespace Telemetry.FirmwareSim.Tests.Modbus;

public sealed class FrameReaderTests
{
    private static readonly byte[] Good = [0, 7, 0, 0, 0, 6, 1, 3, 0, 0, 0, 2];

    [Fact]
    public void Take_ByteByByte_OneFrameAtTheEnd()
    {
        var reader = new FrameReader();
        for (var i = 0; i < Good.Length - 1; i++)
        {
            Assert.Empty(Feed(reader, [Good[i]]));
        }

        var frame = Assert.Single(Feed(reader, [Good[^1]]));
        Assert.Equal((7, 1), (frame.Transaction, frame.Unit));
        Assert.Equal([3, 0, 0, 0, 2], frame.Pdu);
    }

    [Fact]
    public void Take_TwoAndAHalfFrames_GivesTwoAndKeepsTheRest()
    {
        var reader = new FrameReader();

        Assert.Equal(2, Feed(reader, [.. Good, .. Good, .. Good[..5]]).Count);
        Assert.Single(Feed(reader, Good.AsSpan(5)));
    }

    [Fact]
    public void Take_ForeignProtocol_IsSkipped()
    {
        var reader = new FrameReader();
        byte[] foreign = [0, 7, 0, 9, 0, 6, 1, 3, 0, 0, 0, 2];

        Assert.Single(Feed(reader, [.. foreign, .. Good]));
        Assert.Equal(1, reader.Foreign);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(65535)]
    public void Take_ImpossibleLength_TheStreamIsLost(int length)
    {
        var reader = new FrameReader();
        byte[] bad = [0, 7, 0, 0, (byte)(length >> 8), (byte)(length & 0xFF), 1, 3];

        Assert.Empty(Feed(reader, bad));
        Assert.True(reader.Lost);
    }

    [Fact]
    public void Take_RandomBytes_NeverThrows()
    {
        var random = new Random(4);
        for (var run = 0; run < 2000; run++)
        {
            var reader = new FrameReader();
            for (var piece = 0; piece < 5 && !reader.Lost; piece++)
            {
                var bytes = new byte[random.Next(1, 200)];
                random.NextBytes(bytes);
                Feed(reader, bytes);
            }
        }
    }

    private static List<Frame> Feed(FrameReader reader, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(reader.Free.Span);
        return reader.Take(bytes.Length);
    }
}
