namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>Gas: from cubic metres to kWh, and between the two heating values.</summary>
public static class Gas
{
    /// <summary>kWh PCS (higher) for one kWh PCI (lower) of natural gas.</summary>
    /// <remarks>Base Empreinte documentation.</remarks>
    public const double PcsPerPci = 1.111;

    /// <summary>kWh PCS from a volume.</summary>
    /// <param name="cubicMetres">m³ between two indexes.</param>
    /// <param name="kWhPcsPerCubicMetre">The bill's conversion coefficient; above 0.</param>
    public static double KWhPcs(double cubicMetres, double kWhPcsPerCubicMetre) => cubicMetres * kWhPcsPerCubicMetre;

    /// <summary>kWh PCI from kWh PCS.</summary>
    public static double KWhPci(double kWhPcs) => kWhPcs / PcsPerPci;

    /// <summary>A factor for one kWh PCI, in kWh PCS terms: smaller, for a kWh PCS holds less.</summary>
    public static double FactorPerPcs(double perKWhPci) => perKWhPci / PcsPerPci;

    /// <summary>A factor for one kWh PCS, in kWh PCI terms.</summary>
    public static double FactorPerPci(double perKWhPcs) => perKWhPcs * PcsPerPci;
}
