using FsCheck;
using FsCheck.Fluent;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Tests.Indicators.Energy;

/// <summary>Rules beyond the single step: corrections, stuck registers, gaps by profile, coefficients, instants that cannot be.</summary>
public sealed class CounterRulesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void Read_CorrectionOfTheSameInstant_Stands()
    {
        Reading[] readings = [At(0, 10), At(1, 900), At(2, 12), new Reading(Start.AddHours(1), 10.8) { Corrects = true }, new Reading(Start.AddHours(1), 11) { Corrects = true }];

        var use = CounterReader.Read(readings, CounterRules.Unknown);

        Assert.Equal([1, 1], use.Intervals.Select(interval => Math.Round(interval.Amount, 9)));
        Assert.Equal(2, use.Marks.Count(mark => mark == CounterMark.Duplicate));
    }

    [Fact]
    public void Read_InstantsThatCannotBe_AreRejected()
    {
        var rules = new CounterRules { NotAfter = Start.AddHours(3) };

        var use = CounterReader.Read([new Reading(DateTimeOffset.UnixEpoch, 1), At(0, 10), At(1, 11), At(2, 12), At(9, 900)], rules);

        Assert.Equal(2, use.Total, 1e-9);
        Assert.Equal([CounterMark.Rejected, CounterMark.Measured, CounterMark.Measured, CounterMark.Measured, CounterMark.Rejected], use.Marks);
    }

    [Fact]
    public void Read_StuckThenCaughtUp_SpreadsTheStepOverTheRun()
    {
        var use = CounterReader.Read([At(0, 10), At(1, 11), At(2, 11), At(3, 11), At(4, 11), At(5, 15), At(6, 16)], new CounterRules { LongestRest = 2 * Hour });

        var slices = Slices.Cut(use.Intervals, [.. Enumerable.Range(0, 7).Select(hour => Start.AddHours(hour))], Hour);
        Assert.Equal([1, 1, 1, 1, 1, 1], slices.Select(slice => Math.Round(slice.Amount, 9)));
        Assert.Equal([0, 1, 1, 1, 1, 0], slices.Select(slice => Math.Round(slice.Estimated, 9)));
        Assert.Equal(6, use.Total, 1e-9);
    }

    [Fact]
    public void Read_RestNoLongerThanUsual_IsARest()
    {
        var use = CounterReader.Read([At(0, 10), At(1, 10), At(2, 10), At(3, 14)], new CounterRules { LongestRest = 2 * Hour });

        Assert.Equal([0, 0, 4], use.Intervals.Select(interval => interval.Amount));
    }

    [Fact]
    public void ToKWh_CoefficientsByMonth_CutTheIntervalWhereTheyChange()
    {
        CounterInterval[] intervals = [new(Start, Start.AddHours(4), 8, CounterMark.Measured, Known: true), new(Start.AddHours(4), Start.AddHours(5), 1, CounterMark.Measured, Known: true)];

        var kWh = Coefficients.ToKWh(intervals, [new(Start.AddHours(1), 11), new(Start.AddHours(3), 10)]);

        Assert.Equal([0, 44, 20, 10], kWh.Select(interval => Math.Round(interval.Amount, 9)));
        Assert.Equal([false, true, true, true], kWh.Select(interval => interval.Known));
        Assert.Equal(Start.AddHours(5), kWh[^1].To);
    }

    [Fact]
    public void Spread_LongGap_FollowsTheWeeksBefore()
    {
        var (hours, gap) = FiveWeeksWithAGap(gapHours: 48);

        var spread = ProfileSpread.Of(hours, TimeZoneInfo.Utc);

        Assert.Equal(hours.Sum(hour => hour.Amount), spread.Sum(hour => hour.Amount), 1e-6);
        Assert.All(spread.Where(hour => hour.From >= gap.From && hour.To <= gap.To), hour => Assert.Equal(Usual(hour.From), hour.Amount, 1e-6));
        Assert.Equal(gap.Amount, spread.Sum(hour => hour.Estimated), 1e-6);
    }

    [Fact]
    public void Spread_ShortGapOrNoHistory_StaysLinear()
    {
        var (hours, _) = FiveWeeksWithAGap(gapHours: 3);
        var (others, later) = FiveWeeksWithAGap(gapHours: 48);
        var recent = others.Where(hour => hour.From >= later.From.AddDays(-10)).ToList();

        Assert.Same(hours, ProfileSpread.Of(hours, TimeZoneInfo.Utc));
        Assert.Same(recent, ProfileSpread.Of(recent, TimeZoneInfo.Utc));
    }

    [Theory]
    [InlineData(30, 1.0, true)]
    [InlineData(30, 0.0, false)] // a power cut makes up for nothing
    [InlineData(3, 1.0, false)]
    public void Spread_RegisterThatNeverRests_StandsStill(int still, double madeUp, bool stuck)
    {
        var from = Start.AddDays(32);
        var lost = Enumerable.Range(0, still).Sum(hour => Usual(from.AddHours(hour)));
        var hours = Slices.Cut(
            [.. Enumerable.Range(0, 35 * 24).Select(hour => Start.AddHours(hour)).Select(at => new CounterInterval(
                at, at + Hour, at >= from && at < from.AddHours(still) ? 0 : Usual(at) + (at == from.AddHours(still) ? madeUp * lost : 0), CounterMark.Measured, Known: true))],
            [.. Enumerable.Range(0, (35 * 24) + 1).Select(hour => Start.AddHours(hour))], Hour);

        var spread = ProfileSpread.Of(hours, TimeZoneInfo.Utc);
        var run = spread.Where(hour => hour.From >= from && hour.From <= from.AddHours(still)).ToList();

        Assert.Equal(hours.Sum(hour => hour.Amount), spread.Sum(hour => hour.Amount), 1e-6);
        Assert.All(run, hour => Assert.Equal(stuck ? (Usual(hour.From), 0.0) : (hours[(int)(hour.From - Start).TotalHours].Amount, 1.0), (Math.Round(hour.Amount, 6), hour.Coverage)));
        Assert.Equal(stuck ? run.Sum(hour => hour.Amount) : 0, spread.Sum(hour => hour.Estimated), 1e-6);
    }

    [Fact]
    public void Spread_RegisterThatRestsAtNight_IsNeverTakenForStuck()
    {
        double Use(DateTimeOffset at) => at.Hour is < 6 or >= 22 ? 0 : at >= Start.AddDays(32) && at < Start.AddDays(33) ? 0 : at == Start.AddDays(33).AddHours(6) ? 60 : 4;
        var hours = Slices.Cut(
            [.. Enumerable.Range(0, 35 * 24).Select(hour => Start.AddHours(hour)).Select(at => new CounterInterval(at, at + Hour, Use(at), CounterMark.Measured, Known: true))],
            [.. Enumerable.Range(0, (35 * 24) + 1).Select(hour => Start.AddHours(hour))], Hour);

        Assert.Same(hours, ProfileSpread.Of(hours, TimeZoneInfo.Utc));
    }

    [Fact]
    public void QualityShares_SumToOne() => Check.QuickThrowOnFailure(
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), steps =>
        {
            var (at, register) = (Start, 0.0);
            var readings = steps.Select(step => new Reading(at = at.AddMinutes(10 + step), register = step == 7 ? 0 : register + step)).ToList();
            var use = CounterReader.Read(readings, new CounterRules { RestartsAtZero = true });
            var shares = QualityShares.Of(use.Intervals, Start, Start.AddDays(2), TimeSpan.FromMinutes(60));
            return Math.Abs(shares.Values.Sum() - 1) < 1e-9 && shares.Values.All(share => share > 0);
        }));

    [Fact]
    public void Maximum_OfHistory_NeedsAHundredIntervals()
    {
        IEnumerable<CounterInterval> Intervals(int count) => Enumerable.Range(0, count).Select(hour => new CounterInterval(Start.AddHours(hour), Start.AddHours(hour + 1), 2, CounterMark.Measured, Known: true));

        Assert.Null(CounterMaximum.OfHistory(Intervals(99)));
        Assert.Equal(10, CounterMaximum.OfHistory(Intervals(100))!.Value, 1e-9);
        Assert.Equal(21.6, CounterMaximum.OfPower(18), 1e-9);
    }

    [Fact]
    public void Fill_ShortHoleOnly_AndNeverZero()
    {
        var nan = double.NaN;
        var curve = LoadCurve.Fill([nan, 4, nan, nan, 10, -3, 12, nan, nan, nan, nan, 8, nan], Hour);

        Assert.Equal([nan, 4, 6, 8, 10, 11, 12, nan, nan, nan, nan, 8, nan], curve.Values);
        Assert.Equal(3, curve.Filled.Count(filled => filled));
        Assert.Equal(7 / 13.0, curve.Coverage, 1e-9);
        Assert.Equal(0, LoadCurve.Fill([], Hour).Coverage);
    }

    private static Reading At(int hour, double value) => new(Start.AddHours(hour), value);

    private static double Usual(DateTimeOffset at) => 1 + at.Hour + (at.DayOfWeek == DayOfWeek.Sunday ? 30 : 0);

    private static (IReadOnlyList<Slice> Hours, CounterInterval Gap) FiveWeeksWithAGap(int gapHours)
    {
        var (intervals, gapFrom) = (new List<CounterInterval>(), Start.AddDays(32));
        for (var at = Start; at < Start.AddDays(35); at += Hour)
        {
            if (at < gapFrom || at >= gapFrom.AddHours(gapHours))
            {
                intervals.Add(new CounterInterval(at, at + Hour, Usual(at), CounterMark.Measured, Known: true));
            }
            else if (at == gapFrom)
            {
                var energy = Enumerable.Range(0, gapHours).Sum(hour => Usual(gapFrom.AddHours(hour)));
                intervals.Add(new CounterInterval(at, at.AddHours(gapHours), energy, CounterMark.Measured, Known: true));
            }
        }

        var hours = Slices.Cut(intervals, [.. Enumerable.Range(0, (35 * 24) + 1).Select(hour => Start.AddHours(hour))], Hour);
        return (hours, intervals.Single(interval => interval.To - interval.From > Hour));
    }
}
