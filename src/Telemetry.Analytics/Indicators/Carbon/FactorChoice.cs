using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>Which factors of a set an activity takes: its carrier, data year, unit and perimeter, never its carrier alone.</summary>
/// <param name="Total">All of it: combustion, upstream, losses.</param>
/// <param name="Combustion">What is burnt on the spot, on the basis of <see cref="Total"/>'s unit; null when the set does not give it apart.</param>
/// <param name="Note">What must be said.</param>
public sealed record FactorChoice(EmissionFactor Total, EmissionFactor? Combustion, LineNote Note)
{
    /// <summary>Perimeter of the factors of combustion alone.</summary>
    public const string CombustionPerimeter = "combustion";

    /// <summary>The factors of an activity in one year; null when the set has none.</summary>
    public static FactorChoice? For(Activity activity, int year, FactorSet factors)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(factors);
        if (activity.Own is { } own)
        {
            return new FactorChoice(own, null, own.Year == year || own.Year is null ? LineNote.None : LineNote.OlderFactor);
        }

        var carrier = activity.Carrier;
        if (Entry(activity, year, factors) is not { } entry)
        {
            return null;
        }

        var note = carrier switch
        {
            Carrier.DistrictHeat or Carrier.DistrictCooling => LineNote.NationalMean,
            _ when entry.Year is { } given && given != year => LineNote.OlderFactor,
            Carrier.Electricity => LineNote.UpstreamNotApart,
            _ => LineNote.None,
        };
        var total = entry.For(carrier);
        return new FactorChoice(total, Burnt(carrier, total, year, factors), note);
    }

    private static FactorEntry? Entry(Activity activity, int year, FactorSet factors) => (activity.Carrier, activity.Unit) switch
    {
        (Carrier.Electricity, _) => factors.Find("electricity", year, "kgCO2e/kWh"),
        (Carrier.NaturalGas, _) => factors.Find("natural gas", year, "kgCO2e/kWh PCS"),
        (Carrier.FuelOil, "L") => factors.Find("domestic fuel oil", year, "kgCO2e/L"),
        (Carrier.FuelOil, _) => factors.Find("domestic fuel oil", year, "kgCO2e/kWh PCI"),
        (Carrier.Propane, _) => factors.Find("propane, butane, LPG", year, "kgCO2e/kWh PCI", "total (vehicle LPG used as proxy)"),
        (Carrier.WoodPellets, _) => factors.Find("wood pellets", year, "kgCO2e/kWh PCI", Wood, activity.Use ?? "boiler"),
        (Carrier.WoodLogs, _) => factors.Find("wood logs", year, "kgCO2e/kWh PCI", Wood, activity.Use ?? "boiler"),
        (Carrier.WoodChips, _) => factors.Find("wood chips", year, "kgCO2e/kWh PCI", "DPE (forest and industry chips)"),
        (Carrier.DistrictHeat, _) => factors.Find("district heat", year, "kgCO2e/kWh delivered", "life cycle, national mean")
            ?? factors.Find("district heat", year, "kgCO2e/kWh delivered", "national mean"),
        (Carrier.DistrictCooling, _) => factors.Find("district cooling", year, "kgCO2e/kWh delivered", "life cycle, national mean"),
        _ => null,
    };

    private const string Wood = "total, label E+C-, biogenic CO2 left out";

    // What is burnt is given per kWh PCI; it is brought to the basis on which the total counts.
    private static EmissionFactor? Burnt(Carrier carrier, EmissionFactor total, int year, FactorSet factors)
    {
        var name = carrier switch
        {
            Carrier.NaturalGas => "natural gas",
            Carrier.FuelOil => "domestic fuel oil",
            Carrier.Propane => "propane, butane, LPG",
            _ => null,
        };
        var basis = total.Unit["kgCO2e/".Length..];
        return name is not null && factors.Find(name, year, "kgCO2/kWh PCI", CombustionPerimeter) is { } entry
            && Fuels.Convert(carrier, 1, basis, "kWh PCI") is { } pci && entry.Value * pci <= total.Value
            ? entry.For(carrier) with { Value = entry.Value * pci, Unit = $"kgCO2/{basis}" }
            : null;
    }
}
