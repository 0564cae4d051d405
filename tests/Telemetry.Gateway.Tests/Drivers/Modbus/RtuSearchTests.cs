using Telemetry.Gateway.Drivers.Modbus.Rtu;

namespace Telemetry.Gateway.Tests.Drivers.Modbus;

public sealed class RtuSearchTests
{
    private static readonly byte[] Request = Frame(1, "03 0000 0002");
    private static readonly byte[] Answer = Frame(1, "03 04 1122 3344");
    private static readonly byte[] Write = Frame(1, "06 0007 1234");

    [Fact]
    public void Look_Answer_Found()
    {
        var seen = Look(Request, Answer);

        Assert.Equal(new RtuSighting(RtuVerdict.Answered, 0, 9, Echoed: false, 0, -1, Unasked: false), seen);
    }

    [Fact]
    public void Look_LeadingZero_PassedOver()
    {
        var seen = Look(Request, [0, .. Answer]);

        Assert.Equal((RtuVerdict.Answered, 1, 1), (seen.Verdict, seen.Start, seen.Stray));
    }

    [Fact]
    public void Look_EchoThenAnswer_EchoIsNamed()
    {
        var seen = Look(Request, [.. Request, .. Answer]);

        Assert.Equal((RtuVerdict.Answered, Request.Length, true), (seen.Verdict, seen.Start, seen.Echoed));
    }

    [Fact]
    public void Look_EchoAlone_StillWaiting() => Assert.Equal(RtuVerdict.Waiting, Look(Request, Request).Verdict);

    [Fact]
    public void Look_EchoWhoseAddressLooksLikeALength_NotTakenForAnAnswer()
    {
        // Address 0x1400, ten registers: the echo's third byte is the length the answer will have.
        var request = Frame(1, "03 1400 000A");
        var answer = Frame(1, "03 14" + new string('7', 40));

        Assert.Equal(RtuVerdict.Waiting, Look(request, request).Verdict);
        Assert.Equal((RtuVerdict.Answered, 8), (Look(request, [.. request, .. answer]).Verdict, Look(request, [.. request, .. answer]).Start));
    }

    [Fact]
    public void Look_MirroredWrite_OnALineThatEchoes_FirstCopyIsTheEcho()
    {
        Assert.Equal(RtuVerdict.Answered, RtuSearch.Look(Write, Write, echoes: false, silent: false).Verdict);
        Assert.Equal(RtuVerdict.Waiting, RtuSearch.Look(Write, Write, echoes: true, silent: false).Verdict);
        Assert.Equal((RtuVerdict.Answered, 8), Place(RtuSearch.Look(Write, [.. Write, .. Write], echoes: true, silent: false)));
    }

    [Fact]
    public void Look_OtherUnitFirst_NamedAndPassedOver()
    {
        var seen = Look(Request, [.. Frame(7, "03 04 1122 3344"), .. Answer]);

        Assert.Equal((RtuVerdict.Answered, 9, 7), (seen.Verdict, seen.Start, seen.OtherUnit));
    }

    [Fact]
    public void Look_AnswerHiddenInAnotherUnitsFrame_NotTaken()
    {
        var nested = Frame(7, "03 09" + Convert.ToHexString(Answer));

        Assert.Equal((RtuVerdict.Waiting, 7), (Look(Request, nested).Verdict, Look(Request, nested).OtherUnit));
    }

    [Fact]
    public void Look_OtherFunction_Unasked()
    {
        var seen = Look(Request, Frame(1, "04 04 1122 3344"));

        Assert.Equal((RtuVerdict.Waiting, true), (seen.Verdict, seen.Unasked));
    }

    [Fact]
    public void Look_OtherLength_Unasked() => Assert.True(Look(Request, Frame(1, "03 06 1122 3344 5566")).Unasked);

    [Fact]
    public void Look_WrongCrc_Damaged()
    {
        byte[] damaged = [.. Answer];
        damaged[4] ^= 0x10;

        Assert.Equal(RtuVerdict.Damaged, Look(Request, damaged).Verdict);
    }

    [Fact]
    public void Look_WrongCrcThenGoodAnswer_GoodOneTaken()
    {
        byte[] damaged = [.. Answer];
        damaged[4] ^= 0x10;

        Assert.Equal((RtuVerdict.Answered, 9), Place(Look(Request, [.. damaged, .. Answer])));
    }

    [Fact]
    public void Look_Part_BegunThenNothing()
    {
        for (var length = 1; length < Answer.Length; length++)
        {
            Assert.Equal(RtuVerdict.Begun, Look(Request, Answer.AsSpan(0, length)).Verdict);
            Assert.Equal(RtuVerdict.Waiting, RtuSearch.Look(Request, Answer.AsSpan(0, length), echoes: false, silent: true).Verdict);
        }
    }

    [Fact]
    public void Look_Refusal_IsAnAnswer() => Assert.Equal((RtuVerdict.Answered, 0), Place(Look(Request, Frame(1, "83 02"))));

    internal static byte[] Frame(byte unit, string pdu)
    {
        var frame = new byte[RtuFrame.MaxLength];
        return frame[..RtuFrame.Seal(unit, Convert.FromHexString(pdu.Replace(" ", "", StringComparison.Ordinal)), frame)];
    }

    private static RtuSighting Look(ReadOnlySpan<byte> request, ReadOnlySpan<byte> received) => RtuSearch.Look(request, received, echoes: false, silent: false);

    private static (RtuVerdict Verdict, int Start) Place(RtuSighting seen) => (seen.Verdict, seen.Start);
}
