using System.Buffers.Binary;
using Telemetry.Gateway.Health;

namespace Telemetry.Gateway.Tests.Health;

/// <summary>Two witnesses of the time: the kernel and the centre.</summary>
public sealed class ClockOffsetTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(true, 3600.0, 1, true)]
    [InlineData(false, 6.0, 1, false)]
    [InlineData(false, -6.0, 1, false)]
    [InlineData(null, 6.0, 1, false)]
    [InlineData(false, 4.9, 1, true)]
    [InlineData(false, null, 1, true)]
    [InlineData(false, 600.0, 480, true)]
    public void Judge_KernelFirst_ThenTheCentre_ThenAsItIs(bool? inStep, double? seconds, double speed, bool believed) =>
        Assert.Equal(believed, ClockOffset.Judge(inStep, seconds is { } known ? TimeSpan.FromSeconds(known) : null, speed));

    [Fact]
    public void Measured_IsTheQuickestMessage_AndNothingBeforeThree()
    {
        var offset = new ClockOffset(new Still(), () => false);
        offset.Heard(Noon.AddSeconds(-9));
        offset.Heard(Noon.AddSeconds(-8.25));
        Assert.Null(offset.Measured);
        Assert.True(offset.Agrees);

        offset.Heard(Noon.AddSeconds(-30));
        Assert.Equal(TimeSpan.FromSeconds(8.25), offset.Measured);
    }

    [Fact]
    public void Agrees_EightSecondsFromTheCentre_OnlyWhereTheKernelIsInStep()
    {
        ClockOffset Off(bool? kernel)
        {
            var offset = new ClockOffset(new Still(), () => kernel);
            Enumerable.Range(0, 20).ToList().ForEach(_ => offset.Heard(Noon.AddSeconds(-8)));
            return offset;
        }

        Assert.False(Off(false).Agrees);
        Assert.False(Off(null).Agrees);
        Assert.True(Off(true).Agrees);
    }

    [Theory]
    [InlineData(0, 0, 100_000, true)]
    [InlineData(5, 0, 100_000, false)]
    [InlineData(0, 0x40, 100_000, false)]
    [InlineData(0, 0, 16_000_000, false)]
    public void Kernel_SaysWhetherItIsInStep(int state, int status, long maxError, bool inStep)
    {
        var timex = new byte[512];
        BinaryPrimitives.WriteInt64LittleEndian(timex.AsSpan(24), maxError);
        BinaryPrimitives.WriteInt32LittleEndian(timex.AsSpan(40), status);

        Assert.Equal(inStep, KernelClock.IsInStep(state, timex));
    }

    [Fact]
    public void Kernel_OfThisMachine_Answers() => Assert.NotNull(KernelClock.IsInStep());

    private sealed class Still : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Noon;
    }
}
