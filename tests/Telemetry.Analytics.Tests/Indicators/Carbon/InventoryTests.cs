using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Tests.Indicators.Carbon;

public sealed class InventoryTests
{
    private static readonly DateTimeOffset From = new(2024, 1, 1, 0, 0, 0, TimeSpan.FromHours(1));
    private static readonly Activity Gas = new("Gas", Carrier.NaturalGas, 100_000, "kWh PCS", From, From.AddYears(1));
    private static readonly Activity Power = new("Electricity", Carrier.Electricity, 10_000, "kWh", From, From.AddYears(1));

    /// <summary>Combustion and upstream sum to the total factor, and stand in their own scopes and categories.</summary>
    [Fact]
    public void Of_Gas_CombustionAndUpstreamApart()
    {
        var inventory = Of(Gas, Power);

        Assert.Equal(100_000 * 0.20196 / 1.111, inventory.Of(Scope.Direct), 1e-6);
        Assert.Equal(100_000 * (0.215 - (0.20196 / 1.111)), inventory.Of(Scope.Other), 1e-6);
        Assert.Equal(10_000 * 0.0519, inventory.Of(Scope.Energy), 1e-6);
        Assert.Equal(inventory.Of(Scope.Direct), inventory.Of(BegesCategory.StationaryCombustion), 1e-9);
        Assert.Equal(inventory.Of(Scope.Other), inventory.Of(BegesCategory.Upstream), 1e-9);
        Assert.Equal((100_000 * 0.215) + 519, inventory.Total.Value, 1e-6);
        Assert.Equal(LineNote.UpstreamNotApart, inventory.Lines.Single(line => line.Carrier == Carrier.Electricity).Note);
        Assert.Contains("base-empreinte-fr (2026-08-01)", inventory.FactorSet, StringComparison.Ordinal);
        Assert.All(inventory.Lines, line => Assert.Equal(line.KgCO2e, line.Quantity * line.Factor.Value, 1e-9));
    }

    [Fact]
    public void Of_InvoiceOverTwoYears_IsSplitByTime()
    {
        var inventory = Of(Power with { From = From.AddDays(-73), To = From.AddDays(292) });

        Assert.Equal([2023, 2024], inventory.Lines.Select(line => line.Year));
        Assert.Equal([2000, 8000], inventory.Lines.Select(line => Math.Round(line.Quantity, 6)));
        Assert.All(inventory.Lines, line => Assert.Equal(LineNote.SplitByTime, line.Note));
        Assert.Equal((2000 * 0.058) + (8000 * 0.0519), inventory.Total.Value, 1e-6);
    }

    [Fact]
    public void Of_ConstantFactor_TakesOneYearForAll() =>
        Assert.Equal(10_000 * 0.0569, Inventory.Of([Power], FactorFile.Shipped, SmallTown.Paris, 2021).Total.Value, 1e-6);

    [Fact]
    public void Of_BadLines_AreNamedAndNothingElseIsLost()
    {
        var inventory = Of(
            Power,
            Gas with { Label = "no unit", Unit = "therm" },
            Gas with { Label = "negative", Quantity = -1 },
            Gas with { Label = "no reading", Quantity = double.NaN },
            Gas with { Label = "empty", To = From },
            Power with { Label = "absurd", From = new(1820, 1, 1, 0, 0, 0, TimeSpan.Zero) },
            Power with { Label = "no factor", From = From.AddYears(-12), To = From.AddYears(-11) });

        Assert.Equal(519, inventory.Total.Value, 1e-6);
        Assert.Equal(["no unit", "negative", "no reading", "empty", "absurd", "no factor"], inventory.Total.Missing);
        Assert.Equal(FigureProblem.NoFactor, Of(Power with { From = From.AddYears(-12), To = From.AddYears(-11) }).Total.Problem);
        Assert.Equal(FigureProblem.NoMeter, Of().Total.Problem);
    }

    [Fact]
    public void Uncertainty_KnownAndUnknownApart()
    {
        var own = new EmissionFactor { Id = "own", Carrier = Carrier.Electricity, Value = 0.1, Unit = "kgCO2e/kWh", Perimeter = "total", Year = 2024, Source = "test", Uncertainty = 0.3 };

        var inventory = Of(Power with { Own = own, Uncertainty = 0.4 }, Gas);

        Assert.Equal(1000 * 0.5, inventory.KnownUncertainty, 1e-6);
        Assert.Equal(21_500.0 / 22_500, inventory.UncertaintyUnknown, 1e-9);
    }

    [Fact]
    public void MarketBased_SharesRestAndRefusals()
    {
        var energy = new Figure { Value = 1000, Unit = "kWh", From = From, To = From.AddYears(1), Coverage = 1 };
        EmissionFactor Factor(double value) => new() { Id = "f", Carrier = Carrier.Electricity, Value = value, Unit = "kgCO2e/kWh", Perimeter = "supplier", Year = 2024, Source = "contract" };
        var green = new SupplyContract("Enercoop", "guarantees of origin cancelled", 0.6, Factor(0));

        Assert.Equal(400 * 0.06, MarketBased.Of(energy, [green], Factor(0.06)).Value, 1e-9);
        Assert.Equal(FigureProblem.NoFactor, MarketBased.Of(energy, [green], null).Problem);
        Assert.Equal(FigureProblem.ImpossibleValue, MarketBased.Of(energy, [green, green], Factor(0.06)).Problem);
        Assert.Equal(FigureProblem.ImpossibleValue, MarketBased.Of(energy, [green with { Evidence = " " }], Factor(0.06)).Problem);
        Assert.Equal(0, MarketBased.Of(energy, [green with { Share = 1 }], null).Value);
    }

    [Fact]
    public void Intensity_Missing_IsTheSameHourOfTheDaysBefore()
    {
        var hour = TimeSpan.FromHours(1);
        var grid = new IntensitySeries("g", IntensityPerimeter.DirectConsumption, hour, [.. Enumerable.Range(0, 240).Select(at => new IntensityPoint(From.AddHours(at), at == 200 ? double.NaN : at % 24))]);

        Assert.Equal((200 % 24, true), ((int)grid.At(From.AddHours(200)).GramsPerKWh, grid.At(From.AddHours(200)).Estimated));
        Assert.True(double.IsNaN(grid.At(From.AddDays(-1)).GramsPerKWh));
        var uncovered = TimedCarbon.Of([new EnergyStep(From.AddDays(-2), From.AddDays(-2).AddHours(1), 5)], grid, hour);
        Assert.Equal(FigureProblem.NoFactor, uncovered.Emissions.Problem);
        Assert.Equal(FigureProblem.NoReading, TimedCarbon.Of([], grid, hour).Emissions.Problem);
        var two = TimedCarbon.Of([new EnergyStep(From.AddHours(1), From.AddHours(3), 2)], grid, hour);
        Assert.Equal(3 / 1000.0, two.Emissions.Value, 1e-12);
    }

    private static Inventory Of(params Activity[] activities) => Inventory.Of(activities, FactorFile.Shipped, SmallTown.Paris);
}
