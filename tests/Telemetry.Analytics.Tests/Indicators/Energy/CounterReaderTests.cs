using FsCheck;
using FsCheck.Fluent;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Tests.Indicators.Energy;

public sealed class CounterReaderTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Read_Empty_GivesNothing() => Assert.Empty(Use().Intervals);

    [Fact]
    public void Read_OneReading_GivesNoEnergy() => Assert.Empty(Use(5).Intervals);

    [Fact]
    public void Read_NotANumber_IsRejectedAndKeepsTheReference()
    {
        var use = Use(5, double.NaN, double.PositiveInfinity, 7);

        Assert.Equal(2, use.Total, 1e-9);
        Assert.Equal([CounterMark.Measured, CounterMark.Rejected, CounterMark.Rejected, CounterMark.Measured], use.Marks);
    }

    [Fact]
    public void Read_UnexplainedFall_CountsNothingForItAndGoesOnOnceConfirmed()
    {
        var use = Use(500, 501, 0.5, 0.75, 1.0, 1.5);

        Assert.Equal(1 + 0.5 + 0.5, use.Total, 1e-9);
        Assert.Equal([CounterMark.Measured, CounterMark.Measured, CounterMark.Rebased, CounterMark.Measured, CounterMark.Measured, CounterMark.Measured], use.Marks);
        var fall = Assert.Single(use.Intervals, interval => !interval.Known);
        Assert.Equal((Start.AddHours(1), Start.AddHours(2), 0.0), (fall.From, fall.To, fall.Amount));
    }

    [Fact]
    public void Read_FallNotYetConfirmed_IsDoubtful() =>
        Assert.Equal([CounterMark.Measured, CounterMark.Doubtful, CounterMark.Doubtful], Use(500, 1, 2).Marks);

    [Fact]
    public void Read_SpikeOnARestartingRegister_IsNotARestart()
    {
        var use = CounterReader.Read(Series(500, 5500, 501, 502), new CounterRules { RestartsAtZero = true });

        Assert.Equal(2, use.Total, 1e-9);
    }

    [Fact]
    public void Read_FalseZeroOnARestartingRegister_IsNotARestart()
    {
        var use = CounterReader.Read(Series(500, 0, 501, 502), new CounterRules { RestartsAtZero = true, MaximumPerHour = 5 });

        Assert.Equal(2, use.Total, 1e-9);
        Assert.Equal(CounterMark.Rejected, use.Marks[1]);
    }

    [Fact]
    public void Read_CatchUpAfterStuckRun_IsAllowedSinceTheRegisterLastMoved()
    {
        var use = CounterReader.Read(Series(10, 12, 12, 12, 12, 20), new CounterRules { MaximumPerHour = 2 });

        Assert.Equal(10, use.Total, 1e-9);
    }

    [Fact]
    public void Read_SmallStepBack_NeverCountsNegative()
    {
        var use = Use(100, 100.2, 100.1, 100.4);

        Assert.Equal(0.4, use.Total, 1e-9);
        Assert.All(use.Intervals, interval => Assert.True(interval.Amount >= 0));
    }

    [Fact]
    public void Read_AnySeries_NeverNegativeNeverOverlapping() => Check.QuickThrowOnFailure(
        Prop.ForAll(ArbMap.Default.ArbFor<double[]>(), values =>
        {
            var use = Use(values);
            return use.Intervals.All(interval => interval.Amount >= 0 && interval.From < interval.To)
                && use.Intervals.Zip(use.Intervals.Skip(1)).All(pair => pair.First.To <= pair.Second.From)
                && use.Marks.Count == values.Length;
        }));

    [Fact]
    public void Read_RisingSeries_CountsLastMinusFirst() => Check.QuickThrowOnFailure(
        Prop.ForAll(ArbMap.Default.ArbFor<ushort[]>(), steps =>
        {
            var register = 1000.0;
            var values = steps.Select(step => register += step / 8.0).Prepend(1000.0).ToArray();
            return Math.Abs(Use(values).Total - (values[^1] - values[0])) < 1e-6;
        }));

    [Fact]
    public void Cut_AtAnyInstant_PreservesTheSum() => Check.QuickThrowOnFailure(
        Prop.ForAll(ArbMap.Default.ArbFor<ushort[]>(), ArbMap.Default.ArbFor<ushort>(), (steps, minute) =>
        {
            var register = 0.0;
            var use = Use([.. steps.Select(step => register += step / 16.0)]);
            var (from, to) = (Start.AddHours(-1), Start.AddHours(steps.Length + 1));
            var cut = from + ((to - from) * (minute / 65536.0));
            var parts = Slices.Cut(use.Intervals, [from, cut, to], TimeSpan.FromMinutes(30));
            return cut == from || (Math.Abs(parts.Sum(part => part.Amount) - use.Total) < 1e-6 && parts.All(part => part.Amount >= 0));
        }));

    private static CounterUse Use(params double[] values) => CounterReader.Read(Series(values), CounterRules.Unknown);

    private static IEnumerable<Reading> Series(params double[] values) =>
        values.Select((value, place) => new Reading(Start.AddHours(place), value));
}
