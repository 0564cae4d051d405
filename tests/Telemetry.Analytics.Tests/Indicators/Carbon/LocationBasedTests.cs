using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Tests.Indicators.Carbon;

public sealed class LocationBasedTests
{
    private static readonly DateTimeOffset From = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Worked example of our reference, 2022 factors: 4 368 + 67 080 = 71 448 kgCO2e.</summary>
    [Fact]
    public void Of_TwoCarriersOf2022_ReproducesTheInventory()
    {
        var figure = LocationBased.Of(Energies(84_000, 312_000), 2022, FactorFile.Shipped);

        Assert.Equal(71_448, figure.Value, 1e-6);
        Assert.Equal([4_368, 67_080], figure.Lines.Select(line => Math.Round(line.Result, 6)));
        Assert.Equal(["elec-fr-mix-2022", "gas-fr-2022-pcs"], figure.Lines.Select(line => line.Factor!.Id));
        Assert.All(figure.Lines, line => Assert.Equal(LineNote.None, line.Note));
    }

    [Fact]
    public void Of_YearAfterTheNewestFactor_UsesTheNewestAndSaysSo()
    {
        var figure = LocationBased.Of(Energies(100, 100), 2026, FactorFile.Shipped);

        Assert.Equal(["elec-fr-mix-2025", "gas-fr-2022-pcs"], figure.Lines.Select(line => line.Factor!.Id));
        Assert.All(figure.Lines, line => Assert.Equal(LineNote.OlderFactor, line.Note));
        Assert.Equal(4.61 + 21.5, figure.Value, 1e-9);
        Assert.All(figure.Lines, line => Assert.NotEmpty(line.Factor!.Source));
    }

    [Fact]
    public void Of_YearBeforeTheFirstFactor_IsShortOfItAndSaysSo()
    {
        var figure = LocationBased.Of(Energies(100, 100), 2021, FactorFile.Shipped);

        Assert.Equal(5.69, figure.Value, 1e-9);
        Assert.Equal(["NaturalGas"], figure.Missing);
        Assert.Equal(0.5, figure.Coverage, 1e-9);
        Assert.Equal(FigureProblem.NoFactor, LocationBased.Of(Energies(100, 100), 2015, FactorFile.Shipped).Problem);
    }

    [Fact]
    public void Shipped_EveryEntry_HasUnitPerimeterSourceAndIsNotFromMemory() =>
        Assert.All(FactorFile.Shipped.Entries, entry =>
        {
            Assert.StartsWith("kgCO2", entry.Unit, StringComparison.Ordinal);
            Assert.NotEmpty(entry.Perimeter);
            Assert.NotEmpty(entry.Source);
            Assert.Contains(entry.Status, (string[])["read", "second-hand"]);
        });

    [Theory]
    [InlineData("{")]
    [InlineData("{\"name\":\"x\",\"edition\":\"2026-01-01\",\"licence\":\"\",\"factors\":[{\"id\":\"a\",\"carrier\":\"c\",\"value\":-1,\"unit\":\"u\",\"perimeter\":\"p\",\"source\":\"s\",\"status\":\"read\"}]}")]
    public void Read_WrongFile_SaysWhatIsWrong(string text)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));

        Assert.Throws<FormatException>(() => FactorFile.Read(stream));
    }

    private static Dictionary<Carrier, Figure> Energies(double electricity, double gas) => new()
    {
        [Carrier.Electricity] = Energy(electricity),
        [Carrier.NaturalGas] = Energy(gas),
    };

    private static Figure Energy(double kWh) => new() { Value = kWh, Unit = "kWh", From = From, To = From.AddYears(1), Coverage = 1 };
}
