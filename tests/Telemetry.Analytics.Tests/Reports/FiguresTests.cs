using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Model.Energy;
using Telemetry.Model.Samples;

namespace Telemetry.Analytics.Tests.Reports;

public sealed class FiguresTests
{
    private static readonly TimeZoneInfo Paris = SmallTown.Paris;

    [Theory]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    [InlineData("2026-11-20", 24)]
    public void Hourly_ClockChangeDays_HasEveryHourAndSumsToTheDay(string text, int hours)
    {
        var day = DateOnly.Parse(text, null);
        var (start, end) = (CivilDays.Start(day, Paris), CivilDays.End(day, Paris));
        using var town = new SmallTown(end.AddHours(2));
        var building = town.Add("ecole");
        var meter = SmallTown.Register("elec");
        town.Add("ecole", "elec", meter);
        town.Run(meter, start.AddHours(-3).AddMinutes(5), end.AddHours(3).AddMinutes(5), perHour: 6);

        var figures = town.Figures.Hourly(building, Carrier.Electricity, start, end);

        Assert.Equal(hours, figures.Count);
        Assert.All(figures, hour => Assert.Equal(6, hour.Value, 1e-9));
        Assert.All(figures, hour => Assert.Equal(1, hour.Coverage, 1e-9));
        Assert.Equal(6.0 * hours, figures.Sum(hour => hour.Value), 1e-9);
    }

    [Fact]
    public void Building_EveryZoom_SumsTheSameHours()
    {
        var now = new DateTimeOffset(2026, 10, 28, 15, 20, 0, TimeSpan.Zero);
        using var town = new SmallTown(now);
        var building = town.Add("ecole");
        var (elec, gas) = (SmallTown.Register("elec"), SmallTown.Register("gaz", Carrier.NaturalGas, kWhPerUnit: 11.2));
        town.Add("ecole", "elec", elec);
        town.Add("ecole", "gaz", gas);
        var first = CivilDays.Start(new(2026, 10, 1), Paris);
        town.Run(elec, first.AddDays(-1), first.AddDays(10), perHour: 3);
        town.Run(elec, first.AddDays(12), now, perHour: 3, start: 24 * 3 * 13.2);
        town.Run(gas, first.AddHours(-1), now, perHour: 0.7);

        var figures = town.Figures.Building(building);
        foreach (var carrier in new[] { Carrier.Electricity, Carrier.NaturalGas })
        {
            var hours = town.Figures.Hourly(building, carrier, first, now);
            var month = figures.Month.ByCarrier[carrier];
            Assert.Equal(month.Value, hours.Where(hour => hour.Problem == FigureProblem.None).Sum(hour => hour.Value), 1e-6);
            Assert.Equal(month.Value, month.Lines.Sum(line => line.Result), 1e-9);
            var today = CivilDays.Start(CivilDays.Of(now, Paris), Paris);
            Assert.Equal(figures.Today.ByCarrier[carrier].Value, hours.Where(hour => hour.From >= today).Sum(hour => hour.Value), 1e-6);
        }

        Assert.Equal(figures.Month.Total.Value, figures.Month.ByCarrier.Values.Sum(figure => figure.Value), 1e-9);
        Assert.Equal(figures.CarbonMonth.Value, figures.CarbonMonth.Lines.Sum(line => line.Result), 1e-9);
        Assert.Equal(figures.CarbonMonth.Value,
            (figures.Month.ByCarrier[Carrier.Electricity].Value * 0.0461) + (figures.Month.ByCarrier[Carrier.NaturalGas].Value * 0.215), 1e-6);
    }

    [Fact]
    public void Building_LongGap_EnergyIsKnownSpreadAndMarked()
    {
        var now = new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);
        using var town = new SmallTown(now);
        var building = town.Add("ecole");
        var meter = SmallTown.Register("elec");
        town.Add("ecole", "elec", meter);
        var midnight = CivilDays.Start(new(2026, 11, 20), Paris);
        town.Run(meter, midnight, midnight.AddHours(4), perHour: 6);
        town.Run(meter, midnight.AddHours(14), now, perHour: 6, start: 124);

        var today = town.Figures.Building(building).Today.ByCarrier[Carrier.Electricity];
        var inside = town.Figures.Hourly(building, Carrier.Electricity, midnight.AddHours(6), midnight.AddHours(7))[0];

        Assert.Equal(124 + (6 * 7), today.Value, 1e-6);
        Assert.Equal(100, today.Estimated, 1e-6);
        Assert.Equal(11.0 / 21, today.Coverage, 1e-6);
        Assert.Equal((10.0, 0.0, 10.0), (Math.Round(inside.Value, 6), inside.Coverage, Math.Round(inside.Estimated, 6)));
    }

    [Fact]
    public void Hourly_LateReadings_AreTakenIntoTheDaysTheyTouch()
    {
        var now = new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);
        using var town = new SmallTown(now);
        var building = town.Add("ecole");
        var meter = SmallTown.Register("elec");
        town.Add("ecole", "elec", meter);
        var midnight = CivilDays.Start(new(2026, 11, 18), Paris);
        town.Run(meter, midnight, midnight.AddHours(10), perHour: 6);
        town.Run(meter, midnight.AddHours(50), now, perHour: 6, start: 300);
        var before = town.Figures.Hourly(building, Carrier.Electricity, midnight.AddHours(24), midnight.AddHours(48));

        town.Run(meter, midnight.AddHours(11), midnight.AddHours(49), perHour: 6, start: 66);
        var after = town.Figures.Hourly(building, Carrier.Electricity, midnight.AddHours(24), midnight.AddHours(48));

        Assert.All(before, hour => Assert.Equal(0, hour.Coverage));
        Assert.All(after, hour => Assert.Equal((1.0, 6.0), (Math.Round(hour.Coverage, 9), Math.Round(hour.Value, 6))));
    }

    [Fact]
    public void Building_RegisterResets_NothingNegativeAndTheFallIsNotCounted()
    {
        var now = new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);
        using var town = new SmallTown(now);
        var building = town.Add("ecole");
        var meter = SmallTown.Register("elec");
        town.Add("ecole", "elec", meter);
        var midnight = CivilDays.Start(new(2026, 11, 20), Paris);
        town.Run(meter, midnight, midnight.AddHours(10), perHour: 6, start: 5000);
        town.Run(meter, midnight.AddHours(10).AddMinutes(10), now, perHour: 6);

        var hours = town.Figures.Hourly(building, Carrier.Electricity, midnight, now);

        Assert.All(hours, hour => Assert.InRange(hour.Value, 0, 6.000001));
        Assert.Equal(60 + (6 * (21 - 10 - (1 / 6.0))), town.Figures.Building(building).Today.Total.Value, 1e-6);
        Assert.InRange(town.Figures.Building(building).Today.Total.Coverage, 0.9, 0.999);
    }

    [Fact]
    public void Hourly_BeforeTheFirstReading_IsThereAndRefused()
    {
        var now = new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);
        using var town = new SmallTown(now);
        var building = town.Add("ecole");
        var meter = SmallTown.Register("elec");
        town.Add("ecole", "elec", meter);
        town.Run(meter, now.AddHours(-2), now, perHour: 6);

        var hours = town.Figures.Hourly(building, Carrier.Electricity, now.AddHours(-5), now);

        Assert.Equal(5, hours.Count);
        Assert.Equal([FigureProblem.NoReading, FigureProblem.NoReading, FigureProblem.NoReading, FigureProblem.None, FigureProblem.None],
            hours.Select(hour => hour.Problem));
        Assert.All(town.Figures.Hourly(building, Carrier.NaturalGas, now.AddHours(-5), now), hour => Assert.Equal(FigureProblem.NoMeter, hour.Problem));
    }

    [Fact]
    public void Building_SubMeters_AreNeverAddedToTheTotal()
    {
        var now = new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);
        using var town = new SmallTown(now);
        var building = town.Add("mairie");
        var (main, rack, cooling) = (
            SmallTown.Register("elec"),
            SmallTown.Register("pdu", role: MeterRole.Sub, use: EndUse.ServerRoomIt),
            SmallTown.Register("clim", role: MeterRole.Sub, use: EndUse.ServerRoomCooling));
        foreach (var (device, point, perHour) in new[] { ("elec", main, 6.0), ("pdu", rack, 2.0), ("clim", cooling, 0.8) })
        {
            town.Add("mairie", device, point);
            town.Run(point, now.AddHours(-4), now, perHour);
        }

        Assert.Equal(24, town.Figures.Building(building).Today.Total.Value, 1e-6);
        var it = town.Figures.It();
        Assert.Equal(4 * 2.8, it.EnergyToday.Value, 1e-6);
        Assert.Equal(1.4, it.PueToday.Value, 1e-6);
        Assert.Equal(4 * 2.8 * 0.0461, it.CarbonToday.Value, 1e-6);
        Assert.Equal(["clim", "pdu"], it.Equipment.Select(one => one.Equipment.Id.Device).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PowerNow_FreshStaleAndWithoutPower()
    {
        var now = new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);
        using var town = new SmallTown(now);
        var (fresh, stale, linky) = (town.Add("fraiche"), town.Add("muette"), town.Add("creche"));
        town.Add("fraiche", "a", SmallTown.Register("a"), SmallTown.Power("a"));
        town.Add("muette", "b", SmallTown.Register("b"), SmallTown.Power("b"));
        town.Add("creche", "c", SmallTown.Register("c"));
        town.Live.Offer(new Sample(SmallTown.Power("a").Id, now.AddMinutes(-2), 1500, Quality.Good));
        town.Live.Offer(new Sample(SmallTown.Power("b").Id, now.AddMinutes(-4), 900, Quality.Good));
        town.Run(SmallTown.Register("c"), now.AddHours(-1), now, perHour: 3);

        Assert.Equal(1500, town.Figures.Building(fresh).PowerNow.Value);
        Assert.Equal(FigureProblem.NoReading, town.Figures.Building(stale).PowerNow.Problem);
        var mean = town.Figures.Building(linky).PowerNow;
        Assert.Equal(3000, mean.Value, 1e-6);
        Assert.Equal(LineNote.MeanOfRegister, mean.Lines[0].Note);
        var all = town.Figures.Town().PowerNow;
        Assert.Equal((4500.0, 2.0 / 3), (Math.Round(all.Value, 6), all.Coverage));
        Assert.Equal(["muette"], all.Missing);
    }

    [Fact]
    public void Town_Total_IsTheSumOfItsBuildings()
    {
        var now = new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);
        using var town = new SmallTown(now);
        foreach (var (name, perHour) in new[] { ("a", 2.0), ("b", 5.0), ("c", 0.0) })
        {
            town.Add(name);
            town.Add(name, name, SmallTown.Register(name));
            if (perHour > 0)
            {
                town.Run(SmallTown.Register(name), now.AddDays(-3), now, perHour);
            }
        }

        var figures = town.Figures.Town();

        Assert.Equal(7.0 * 72, figures.EnergyMonth.Value, 1e-6);
        Assert.Equal(figures.EnergyMonth.Value, figures.EnergyMonth.Lines.Sum(line => line.Result), 1e-9);
        Assert.Equal(figures.CarbonMonth.Value,
            figures.Buildings.Where(one => one.CarbonMonth.Problem == FigureProblem.None).Sum(one => one.CarbonMonth.Value), 1e-9);
        Assert.Equal(["c"], figures.EnergyMonth.Missing);
        Assert.True(figures.EnergyMonth.Coverage < 0.67);
    }
}
