using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Operation;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.Indicators.Operation;

/// <summary>How a boiler room is run: warm on time, starts, forced hours, trips spared. Expected figures are worked by hand beside each case.</summary>
public sealed class OperationTests
{
    private static readonly PointId Point = new(new EquipmentId("v", "g", "d"), "p");
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly Opening Eight = new(Monday.AddHours(8), 19);

    [Fact]
    public void ComfortOnTime_WithinHalfAKelvin_IsWarm()
    {
        var figure = ComfortOnTime.Of([At(7.9, 18.5), At(31.9, 18.4)], [Eight, new(Monday.AddHours(32), 19)], Monday, Monday.AddDays(2));

        Assert.Equal((0.5, 1.0), (figure.Value, figure.Coverage));
    }

    [Fact]
    public void ComfortOnTime_AnOpeningWithoutAFreshValue_IsOnNeitherSide()
    {
        var figure = ComfortOnTime.Of([At(7.9, 19), At(31, 15)], [Eight, new(Monday.AddHours(32), 19)], Monday, Monday.AddDays(2));

        Assert.Equal((1.0, 0.5), (figure.Value, figure.Coverage));
        Assert.Equal(FigureProblem.NoDenominator, ComfortOnTime.Of([], [], Monday, Monday.AddDays(1)).Problem);
        Assert.Equal(FigureProblem.NoReading, ComfortOnTime.Of([], [Eight], Monday, Monday.AddDays(1)).Problem);
    }

    [Theory]
    [InlineData(7.5, 30)] // warm half an hour early
    [InlineData(8.25, 15)] // a quarter of an hour late
    public void OptimumStartError_IsTheTimeBetweenWarmAndOpening(double warmAt, double minutes) =>
        Assert.Equal(minutes, OptimumStartError.Of(WarmingUp(warmAt), [Eight], Monday, Monday.AddDays(1)).Value, 6);

    [Fact]
    public void OptimumStartError_ARoomThatNeverCooled_SaysNothing()
    {
        var figure = OptimumStartError.Of([.. Enumerable.Range(0, 48).Select(index => At(index / 4.0, 19))], [Eight], Monday, Monday.AddDays(1));

        Assert.Equal(FigureProblem.NoReading, figure.Problem);
    }

    [Fact]
    public void OptimumStartError_ARoomThatNeverWarms_CountsFourHours() =>
        Assert.Equal(240, OptimumStartError.Of(WarmingUp(20), [Eight], Monday, Monday.AddDays(1)).Value);

    [Fact]
    public void BurnerStarts_TwoRunsInTwoHours()
    {
        // Off, on for 10 min at 0:20, off, on for 20 min at 1:00, off: 2 starts in 2 h, 30 min burnt.
        var starts = BurnerStarts.Of([At(0, 0), At(1 / 3.0, 1), At(0.5, 0), At(1, 1), At(4 / 3.0, 0)], Monday, Monday.AddHours(2), TimeSpan.FromHours(1));

        Assert.Equal(1, starts.PerHour.Value, 9);
        Assert.Equal(1, starts.MostPerHour.Value);
        Assert.Equal(15, starts.MeanRun.Value, 6);
        Assert.Equal(1, starts.PerHour.Coverage, 6);
    }

    [Fact]
    public void BurnerStarts_AGap_IsNeitherRunNorStart()
    {
        var starts = BurnerStarts.Of([At(0, 0), At(3, 1), At(3.25, 0)], Monday, Monday.AddHours(4), TimeSpan.FromMinutes(30));

        Assert.Equal(0, starts.PerHour.Value);
        Assert.Equal(1.25 / 4, starts.PerHour.Coverage, 6);
        Assert.Equal(FigureProblem.NoDenominator, starts.MeanRun.Problem);
    }

    [Fact]
    public void ForcedTime_OnlyOrdersOfPeopleCount()
    {
        var figure = ForcedTime.Hours(
            [At(-1, Level(LadderLevel.Week)), At(1, Level(LadderLevel.Forced)), At(3, Level(LadderLevel.Exception)), At(4, Level(LadderLevel.Boost)), At(4.5, Level(LadderLevel.Week))],
            Monday, Monday.AddHours(6), TimeSpan.FromHours(2));

        Assert.Equal(2.5, figure.Value, 9);
        Assert.Equal((1 + 2 + 1 + 0.5 + 1.5) / 6, figure.Coverage, 9);
    }

    [Fact]
    public void TripsAvoided_WhatOneDoesWithinAnHour_IsOneTrip()
    {
        var trips = TripsAvoided.Of(
            [("ecole", "camille", Monday.AddHours(8)), ("ecole", "camille", Monday.AddHours(8.9)), ("ecole", "camille", Monday.AddHours(15)), ("mairie", "camille", Monday.AddHours(8)), ("ecole", "dominique", Monday.AddHours(8)), ("ecole", "dominique", Monday.AddDays(9))],
            Monday, Monday.AddDays(1), new TripAssumption(12, 1.5, 0.2, "essai"));

        Assert.Equal((4, 48.0, 6.0), (trips.Interventions, trips.Kilometres, trips.Hours));
        Assert.Equal(9.6, trips.KgCO2e, 9);
    }

    private static double Level(LadderLevel level) => (int)level;

    private static Sample At(double hours, double value) => new(Point, Monday.AddHours(hours), value, Quality.Good);

    // 16 °C until the hour given, 19 °C from then on, each quarter of an hour.
    private static List<Sample> WarmingUp(double warmAt) => [.. Enumerable.Range(0, 57).Select(index => At(index / 4.0, index / 4.0 >= warmAt ? 19 : 16))];
}
