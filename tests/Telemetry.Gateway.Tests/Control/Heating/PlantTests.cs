using Telemetry.Gateway.Control.Heating;

namespace Telemetry.Gateway.Tests.Control.Heating;

/// <summary>heating.md §4 and §6: season, frost, burners, pumps, cascade.</summary>
public sealed class PlantTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(17.1, false, true)]
    [InlineData(17.0, false, false)]
    [InlineData(15.0, true, true)]
    [InlineData(14.9, true, false)]
    public void Season_HysteresisOfOneKelvin(double mean, bool was, bool off) => Assert.Equal(off, SeasonLimit.IsOff(mean, 16, was));

    [Fact]
    public void Season_MeanNotKnown_HeatsOn() => Assert.False(SeasonLimit.IsOff(null, 16, wasOff: true));

    [Fact]
    public void Outdoor_MeanOf24KnownHours_WithinTwoDays()
    {
        var outdoor = new Outdoor();
        for (var hour = 0; hour < 24; hour++)
        {
            Assert.Null(outdoor.Mean(Noon.AddHours(hour)));
            outdoor = outdoor.With(Noon.AddHours(hour), hour).With(Noon.AddHours(hour).AddMinutes(30), hour + 1);
        }

        var day = outdoor.With(Noon.AddHours(24), 0);
        Assert.Equal(12, day.Mean(Noon.AddHours(24)));

        // An hour without a value changes nothing; after two days nobody knows.
        Assert.Equal(12, outdoor.With(Noon.AddHours(25), 0).Mean(Noon.AddHours(25)));
        Assert.Equal(12, day.Mean(Noon.AddHours(47)));
        Assert.Null(day.Mean(Noon.AddHours(48)));
        Assert.Null(outdoor.With(Noon.AddHours(48), 0).Mean(Noon.AddHours(48)));

        // A clock set back: what is to come is not known.
        Assert.Null(day.Mean(Noon.AddHours(20)));
        Assert.Equal(20, outdoor.With(Noon.AddHours(20), 0).Full.Count);
    }

    [Theory]
    [InlineData(4.9, 40.0, false, true)]
    [InlineData(5.5, 40.0, false, false)]
    [InlineData(5.5, 40.0, true, true)]
    [InlineData(6.0, 40.0, true, false)]
    [InlineData(18.0, 4.9, false, true)]
    [InlineData(18.0, 8.9, true, true)]
    [InlineData(18.0, 9.0, true, false)]
    public void Frost_HeatIsDue(double room, double flow, bool was, bool due) => Assert.Equal(due, FrostRule.HeatIsDue(room, flow, was));

    [Fact]
    public void Frost_NothingKnown_NotDue() => Assert.False(FrostRule.HeatIsDue(null, null, wasOn: true));

    [Theory]
    [InlineData(true, 2, 3)]
    [InlineData(true, 5, 0)]
    [InlineData(false, 2, 6)]
    [InlineData(false, 9, 0)]
    public void Burner_WaitsForItsLeastRunOrStop(bool on, double minutes, double wait) =>
        Assert.Equal(wait, BurnerTimes.Wait(on, Noon.AddMinutes(-minutes), Noon, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(8)).TotalMinutes);

    [Theory]
    [InlineData(1, 2, 0.95, 31, 5, 2)]
    [InlineData(1, 2, 0.95, 29, 5, 1)]
    [InlineData(1, 2, 0.85, 31, 5, 1)]
    [InlineData(2, 2, 0.40, 0, 5, 1)]
    [InlineData(2, 2, 0.41, 0, 5, 2)]
    [InlineData(1, 2, 0.10, 0, -7, 2)]
    [InlineData(0, 1, 0, 0, 5, 1)]
    public void Cascade_Wanted(int running, int total, double load, double fullMinutes, double outdoor, int wanted) =>
        Assert.Equal(wanted, Cascade.Wanted(running, total, load, fullMinutes > 0 ? Noon.AddMinutes(-fullMinutes) : null, Noon, outdoor, -9.5));

    [Fact]
    public void Cascade_Order_FewestHoursFirst() => Assert.Equal([2, 0, 1], Cascade.Order([120, 300, 80]));
}
