using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Model.Energy;
using Telemetry.Model.Samples;

namespace Telemetry.Analytics.Tests.Reports.Hours;

/// <summary>Long gaps and stuck registers of the stored hours take the course of the weeks before, and every zoom still sums the same hours.</summary>
public sealed class SpreadDaysTests : IDisposable
{
    private static readonly TimeZoneInfo Paris = SmallTown.Paris;
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 20, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Start = CivilDays.Start(new(2026, 10, 1), Paris);
    private static readonly double[] Sums = Cumulated();
    private readonly SmallTown _town = new(Now);

    [Fact]
    public void Hours_GapOverMidnight_FollowTheirWeekAndSumTheSame()
    {
        var (from, to) = (Midnight(20).AddHours(18.5), Midnight(21).AddHours(9.5));
        Store(at => at <= from || at >= to);

        var (first, second) = (Day(20), Day(21));
        var both = _town.Figures.Hourly(_town.Registry.Current.Buildings[0], Carrier.Electricity, Midnight(20), Midnight(22));

        Assert.Equal([.. first.Select(hour => hour.Value), .. second.Select(hour => hour.Value)], both.Select(hour => hour.Value));
        Assert.Equal(Register(Midnight(22)) - Register(Midnight(20)), both.Sum(hour => hour.Value), 1e-6);

        // Whole hours of the gap: what the same hour of the four Fridays and Saturdays before used.
        Assert.Equal(2, first[22].Value, 0.05);
        Assert.Equal(10, second[8].Value, 0.3);
        Assert.Equal((0.0, true), (second[8].Coverage, second[8].Estimated > 9));
    }

    [Fact]
    public void Hours_RegisterStuckOverMidnight_CatchUpBelongsToTheRun()
    {
        var (from, to) = (Midnight(18).AddHours(20), Midnight(19).AddHours(11));
        Store(_ => true, at => at > from && at < to ? from : at);

        var (before, after) = (Day(18), Day(19));

        Assert.Equal(Register(Midnight(20)) - Register(Midnight(18)), before.Concat(after).Sum(hour => hour.Value), 1e-6);
        Assert.Equal(2, before[23].Value, 0.2);
        Assert.Equal(10, after[9].Value, 1);
        Assert.Equal((0.0, FigureProblem.None), (after[9].Coverage, after[9].Problem));
        Assert.Equal(1, after[12].Coverage);
    }

    [Fact]
    public void Hours_PowerCut_StaysACut()
    {
        var (from, to) = (Midnight(18).AddHours(20), Midnight(19).AddHours(11));
        Store(_ => true, at => at <= from ? at : at < to ? from : at, lost: Register(to) - Register(from), since: to);

        var after = Day(19);

        Assert.Equal((0.0, 1.0), (after[9].Value, after[9].Coverage));
        Assert.Equal(10, after[12].Value, 1e-6);
    }

    public void Dispose() => _town.Dispose();

    private IReadOnlyList<Figure> Day(int day) => _town.Figures.Hourly(_town.Registry.Current.Buildings[0], Carrier.Electricity, Midnight(day), Midnight(day + 1));

    private static DateTimeOffset Midnight(int day) => CivilDays.Start(new(2026, 11, day), Paris);

    /// <summary>A school's register read every ten minutes for six weeks: 10 kW from 8 to 18 h, 2 kW else.</summary>
    private void Store(Func<DateTimeOffset, bool> read, Func<DateTimeOffset, DateTimeOffset>? shows = null, double lost = 0, DateTimeOffset? since = null)
    {
        _town.Add("ecole");
        var meter = SmallTown.Register("elec");
        _town.Add("ecole", "elec", meter);
        _town.Store(Enumerable.Range(0, 42 * 24 * 6).Select(step => CivilDays.Start(new(2026, 10, 14), Paris).AddMinutes(10 * step)).Where(read)
            .Select(at => new Sample(meter.Id, at, Register((shows ?? (same => same))(at)) - (at >= since ? lost : 0), Quality.Good)));
    }

    private static double Register(DateTimeOffset at)
    {
        var hour = (int)(at - Start).TotalHours;
        return Sums[hour] + ((Sums[hour + 1] - Sums[hour]) * (at - Start.AddHours(hour)).TotalHours);
    }

    private static double[] Cumulated()
    {
        var sums = new double[60 * 24];
        for (var hour = 1; hour < sums.Length; hour++)
        {
            sums[hour] = sums[hour - 1] + (TimeZoneInfo.ConvertTime(Start.AddHours(hour - 1), Paris).Hour is >= 8 and < 18 ? 10 : 2);
        }

        return sums;
    }
}
