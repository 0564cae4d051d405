using Telemetry.Analytics.Indicators.Anomalies;
using Telemetry.Analytics.Indicators.Baseline;
using Telemetry.Analytics.Indicators.Calendar;
using Telemetry.Analytics.Indicators.Load;

namespace Telemetry.Analytics.Tests.Indicators.Anomalies;

public sealed class AnomalyTests
{
    private static readonly HourGrid Grid = new(new(2025, 10, 6), new(2026, 3, 9), SmallTown.Paris);

    [Fact]
    public void HeatingWhileClosed_OneHeatedWeekEnd_IsOneAlert()
    {
        var (saturday, sunday) = (new DateOnly(2025, 12, 6), new DateOnly(2025, 12, 7));
        var days = Winter((day, heating) => Opens(day) || day == saturday || day == sunday ? heating : heating / 2);

        var alert = Assert.Single(HeatingWhileClosed.Find(days, Opens, SmallTown.Paris));

        Assert.Equal((saturday, sunday.AddDays(1)), (DayOf(alert.From), DayOf(alert.To)));
        var half = days.Where(day => day.Day == saturday || day.Day == sunday).Sum(day => (day.Use - 20) / 2);
        Assert.Equal(half, alert.AtStake, half * 0.05);
    }

    [Fact]
    public void HeatingWhileClosed_SetBackEveryWeekEnd_IsNone() =>
        Assert.Empty(HeatingWhileClosed.Find(Winter((day, heating) => Opens(day) ? heating : heating / 2), Opens, SmallTown.Paris));

    [Fact]
    public void BaseLoadStep_OneRise_IsOneAlertAtTheRightWeek()
    {
        var rise = new DateOnly(2026, 1, 5);
        var load = Load((day, hour) => (day < rise ? 2 : 3.5) + (hour is >= 8 and < 18 ? 6 : 0));

        var step = Assert.Single(LoadAnomalies.BaseLoadSteps(load));

        Assert.Equal(rise, DayOf(step.From));
        Assert.Equal(1.5 * 8760, step.AtStake, 1e-6);
        Assert.True(step.ByYear);
        Assert.Empty(LoadAnomalies.BaseLoadSteps(Load((_, hour) => hour is >= 8 and < 18 ? 8 : 2)));
    }

    [Fact]
    public void NightFlow_FiveNights_IsOneRun()
    {
        var (first, last) = (new DateOnly(2025, 11, 10), new DateOnly(2025, 11, 14));
        var flow = Load((day, hour) => day >= first && day <= last ? 0.25 : hour is >= 7 and < 20 ? 1 : 0);

        var run = Assert.Single(LoadAnomalies.NightFlows(flow, 0.02));

        Assert.Equal((first, last.AddDays(1)), (DayOf(run.From), DayOf(run.To)));
        Assert.Equal(0.25 * 24 * 5, run.AtStake, 1e-9);
        Assert.Empty(LoadAnomalies.NightFlows(Load((day, _) => day >= first && day <= first.AddDays(1) ? 0.25 : 0), 0.02));
        Assert.Empty(LoadAnomalies.NightFlows(Load((_, _) => double.NaN), 0.02));
    }

    [Fact]
    public void HeatingAndCooling_SameHours_AreSummedByRunOfDays()
    {
        var heating = Load((day, hour) => day.Month == 2 && hour < 8 ? 5 : 0);
        var cooling = Load((day, hour) => day.Month == 2 && day.Day <= 3 && hour is >= 6 and < 12 ? 2 : 0);

        var run = Assert.Single(LoadAnomalies.HeatingAndCooling(heating, cooling, 0.5));

        Assert.Equal(3 * 2 * 2, run.AtStake, 1e-9);
    }

    [Fact]
    public void UnusualHours_OneEvening_IsOneRun()
    {
        var day = new DateOnly(2026, 1, 20);
        var load = Load((at, hour) => 5 + Math.Sin(hour) + (at == day && hour >= 19 ? 12 : 0) + (at.DayNumber % 3 * 0.1));

        var run = Assert.Single(UnusualHours.Find(load));

        Assert.Equal((day, 5), (DayOf(run.From), (int)(run.To - run.From).TotalHours));
        Assert.Equal(60, run.AtStake, 3.0);
    }

    [Fact]
    public void MissingData_ADay_IsOneRunWithoutStake()
    {
        var run = Assert.Single(LoadAnomalies.MissingData(Load((day, _) => day == new DateOnly(2026, 2, 2) ? double.NaN : 1)));

        Assert.True(double.IsNaN(run.AtStake));
        Assert.Empty(LoadAnomalies.MissingData(Load((day, hour) => hour == 4 ? double.NaN : 1)));
    }

    [Fact]
    public void Rank_DearestFirst_UnknownLast()
    {
        var run = LoadAnomalies.MissingData(Load((day, _) => day.Day == 2 ? double.NaN : 1))[0];
        Anomaly One(double kWh) => run with { Kind = AnomalyKind.BaseLoadStep, AtStake = kWh };

        var ranked = Anomaly.Rank([run, One(10).At(0.1), One(5).At(0.5), One(900)], 3);

        Assert.Equal([2.5, 1.0, null], ranked.Select(one => one.Euro));
        Assert.Equal(900, ranked[2].AtStake);
    }

    [Fact]
    public void Cusum_LastingRise_IsFoundNearItsStart()
    {
        var days = Winter((_, heating) => heating);
        var model = ChangePoints.Fit(days, ModelKind.ThreeParameterHeating)!;
        var rise = new DateOnly(2026, 2, 1);
        var after = days.Select(day => day with { Use = day.Use + (day.Day >= rise ? 40 : 0) }).ToList();

        var drift = Assert.Single(Cusum.Drifts(model, after));

        Assert.InRange(drift.From.DayNumber - rise.DayNumber, -3, 3);
        Assert.Equal(40, drift.PerDay, 4.0);
        Assert.Empty(Cusum.Drifts(model, days));
        Assert.Equal(after.Sum(day => day.Use - model.Predict(day.Temperature)), Cusum.Of(model, after)[^1].Sum, 1e-6);
    }

    private static bool Opens(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static DateOnly DayOf(DateTimeOffset at) => Telemetry.Analytics.Indicators.Energy.CivilDays.Of(at, SmallTown.Paris);

    private static List<DailyUse> Winter(Func<DateOnly, double, double> heating) =>
    [
        .. Grid.Days.Index().Select(day =>
        {
            var temperature = 9 + (8 * Math.Cos((day.Index - 100) * Math.Tau / 200)) + (4 * Math.Sin(day.Index * 0.9));
            var full = 12 * Math.Max(0, 17 - temperature);
            return new DailyUse(day.Item, 20 + heating(day.Item, full) + (6 * Math.Sin(day.Index * day.Index * 0.7)), temperature);
        }),
    ];

    private static HourlyLoad Load(Func<DateOnly, int, double> of) =>
        new(Grid, [.. Enumerable.Range(0, Grid.Hours).Select(hour => of(Grid.Days[Grid.Day[hour]], Grid.Clock[hour]))]);
}
