using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>Location-based emissions (GHG Protocol): energy by carrier × the yearly mean factor of the place.</summary>
/// <remarks>Perimeter of the factors: total (combustion, upstream and, for electricity, grid losses); gas on its PCS basis.</remarks>
public static class LocationBased
{
    /// <summary>Unit of the result.</summary>
    public const string Unit = "kgCO2e";

    /// <summary>The factor for a carrier and a year; null when the set has none.</summary>
    public static EmissionFactor? Factor(FactorSet factors, Carrier carrier, int year)
    {
        ArgumentNullException.ThrowIfNull(factors);
        var entry = carrier switch
        {
            Carrier.Electricity => factors.Find("electricity", year, "kgCO2e/kWh"),
            Carrier.NaturalGas => factors.Find("natural gas", year, "kgCO2e/kWh PCS"),
            _ => null,
        };
        return entry?.For(carrier);
    }

    /// <summary>Emissions of energies over one period that lies in one year.</summary>
    /// <param name="energies">kWh by carrier, as figures.</param>
    /// <param name="year">The local year of the period.</param>
    /// <param name="factors">Where factors are looked up.</param>
    public static Figure Of(IReadOnlyDictionary<Carrier, Figure> energies, int year, FactorSet factors)
    {
        ArgumentNullException.ThrowIfNull(energies);
        return FigureSum.Of(Unit, [.. energies.OrderBy(energy => energy.Key).Select(energy => One(energy.Value, energy.Key, year, factors))]);
    }

    /// <summary>Emissions of one energy.</summary>
    public static Figure One(Figure energy, Carrier carrier, int year, FactorSet factors)
    {
        ArgumentNullException.ThrowIfNull(energy);
        if (energy.Problem != FigureProblem.None)
        {
            return Figure.Refused(Unit, energy.From, energy.To, energy.Problem) with { Missing = [carrier.ToString()] };
        }

        if (Factor(factors, carrier, year) is not { } factor)
        {
            return Figure.Refused(Unit, energy.From, energy.To, FigureProblem.NoFactor) with { Missing = [carrier.ToString()] };
        }

        var result = energy.Value * factor.Value;
        var line = new FigureLine(CarrierWords.Label(carrier), energy.Value, CarrierWords.Unit(carrier), factor, result)
        {
            Note = factor.Year == year ? LineNote.None : LineNote.OlderFactor,
        };
        return energy with { Value = result, Unit = Unit, Estimated = energy.Estimated * factor.Value, Lines = [line] };
    }
}
