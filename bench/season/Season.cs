namespace Telemetry.Bench.Season;

/// <summary>What is the same for every life.</summary>
internal sealed record Season(string Root, int Seed, DateTimeOffset From, DateTimeOffset To, double MostHours)
{
    /// <summary>A file of measured weather as the simulator reads it; empty for the synthetic one.</summary>
    internal string Weather { get; init; } = "";

    /// <summary>BOPTEST warms its buildings up for a week before it counts.</summary>
    internal int WarmUpDays { get; } = 7;

    /// <summary>Lower edge of the comfort band: this far under the set point while occupied, K.</summary>
    internal const double BandBelowK = 0.5;

    /// <summary>Upper edge of the comfort band while occupied, °C: that of BOPTEST's bestest_hydronic.</summary>
    internal const double HighC = 24;

    /// <summary>Base Empreinte 2022, mix moyen consommation, kgCO2e/kWh PCS.</summary>
    internal const double GasKgCO2e = 0.215;

    /// <summary>Base Empreinte, mean of 2022 to 2025, kgCO2e/kWh.</summary>
    internal const double ElectricityKgCO2e = 0.0461;

    /// <summary>Supposed constant price, €/kWh PCS.</summary>
    internal const double GasEuro = 0.08;

    /// <summary>Supposed constant price, €/kWh.</summary>
    internal const double ElectricityEuro = 0.20;
}
