using FsCheck;
using FsCheck.Fluent;
using Telemetry.Gateway.Drivers.Modbus.Rtu;

namespace Telemetry.Gateway.Tests.Drivers.Modbus;

/// <summary>What holds for any bytes a line may bring.</summary>
public sealed class RtuProperties
{
    private static readonly string[] Requests =
    [
        "01 0000 0013", "02 0010 07D0", "03 0000 0002", "04 1400 000A", "05 0007 FF00", "06 0007 1234",
        "0F 0007 0003 01 05", "10 0001 0002 04 0001 0002", "16 0004 00F2 0025", "17 0003 0002 000E 0001 02 00FF", "2B 0E 01 00",
    ];

    private static readonly string[] Answers =
    [
        "01 03 CD6B05", "02 FA" + new string('5', 500), "03 04 1122 3344", "04 14" + new string('7', 40), "05 0007 FF00", "06 0007 1234",
        "0F 0007 0003", "10 0001 0002", "16 0004 00F2 0025", "17 04 0001 0002", "2B 0E 01 01 00 00 02 00 03 414243 01 02 4445",
    ];

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(FuzzCases.Of(5_000, share: 10)).WithEndSize(300);

    [Fact]
    public void Look_AnyBytes_NeverThrowsAndOnlyTakesWhatIsRight() =>
        Prop.ForAll(Cases(), test => IsSound(test.Request, test.Bytes)).Check(Many);

    /// <summary>Random bytes rarely get past the first: here they follow a right head, so that lengths and counts are fuzzed too.</summary>
    [Fact]
    public void Look_AnyBytesAfterARightHead_NeverThrowsAndOnlyTakesWhatIsRight() =>
        Prop.ForAll(Cases(), test => IsSound(test.Request, [.. test.Request[..Math.Min(test.Request.Length, test.Keep)], .. test.Bytes])).Check(Many);

    [Fact]
    public void Look_AnySingleBitWrong_IsRefused()
    {
        for (var index = 0; index < Requests.Length; index++)
        {
            var request = RtuSearchTests.Frame(1, Requests[index]);
            var answer = RtuSearchTests.Frame(1, Answers[index]);
            Assert.Equal(RtuVerdict.Answered, RtuSearch.Look(request, answer, echoes: false, silent: false).Verdict);
            for (var bit = 0; bit < answer.Length * 8; bit++)
            {
                answer[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.NotEqual(RtuVerdict.Answered, RtuSearch.Look(request, answer, echoes: false, silent: true).Verdict);
                answer[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }
    }

    [Fact]
    public void Look_AnyNoiseBefore_AnswerStillFound() => Prop.ForAll(Cases(), test =>
    {
        var request = test.Request;
        var answer = RtuSearchTests.Frame(1, Answers[test.Index]);
        var noise = Array.FindAll(test.Bytes, value => value is not (1 or 7));
        byte[] received = [.. noise, .. answer];
        var seen = RtuSearch.Look(request, received, echoes: false, silent: true);

        // Noise may by chance be another unit's frame with a right CRC that runs into the answer: then the answer is lost, not misread.
        return seen.Verdict == RtuVerdict.Answered ? received.AsSpan(seen.Start, seen.Length).SequenceEqual(answer) : seen.OtherUnit >= 0;
    }).Check(Many);

    private static bool IsSound(byte[] request, byte[] received)
    {
        foreach (var (echoes, silent) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            var seen = RtuSearch.Look(request, received, echoes, silent);
            if (seen.Verdict == RtuVerdict.Answered)
            {
                var frame = received.AsSpan(seen.Start, seen.Length);
                if (!RtuFrame.IsWhole(frame) || frame[0] != request[0] || (frame[1] & 0x7F) != request[1])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static Arbitrary<Case> Cases() => (
        from index in Gen.Choose(0, Requests.Length - 1)
        from keep in Gen.Choose(0, 12)
        from bytes in Gen.Sized(size => Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value), Math.Min(size, 600)))
        select new Case(index, RtuSearchTests.Frame(1, Requests[index]), keep, bytes)).ToArbitrary();

    private sealed record Case(int Index, byte[] Request, int Keep, byte[] Bytes);
}
