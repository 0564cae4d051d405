using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>Units of fuels: between what was delivered and the basis on which a factor counts.</summary>
/// <remarks>
/// Sources: natural gas 1.111 PCS per PCI, Base Empreinte; other PCS per PCI, arrêté of 31 March 2021; fuel oil 42 GJ/t at 0.845 kg/L, Base Carbone;
/// propane 46 MJ/kg (second-hand); logs 1 710 kWh PCI a stère, ADEME survey 2022–2023. A unit that is not here gives null: never a guess.
/// </remarks>
public static class Fuels
{
    /// <summary>kWh PCI of one litre of fuel oil: 42 GJ/t × 0.845 kg/L ÷ 3.6.</summary>
    public const double FuelOilPerLitre = 42.0 * 0.845 / 3.6;

    /// <summary>kWh PCI of one kilogram of propane: 46 MJ.</summary>
    public const double PropanePerKilogram = 46.0 / 3.6;

    /// <summary>kWh PCI of one stère of logs.</summary>
    public const double LogsPerStere = 1710;

    /// <summary>Final energy, kWh PCI (electricity and networks: kWh); null for a unit that the carrier has not.</summary>
    public static double? KWhPci(Carrier carrier, double quantity, string unit) => (carrier, unit) switch
    {
        (Carrier.None, _) => null,
        (Carrier.NaturalGas, "kWh PCS") => Gas.KWhPci(quantity),
        (_, "kWh PCS") when PcsPerPci(carrier) is { } ratio => quantity / ratio,
        (Carrier.Electricity or Carrier.DistrictHeat or Carrier.DistrictCooling, "kWh" or "kWh delivered") => quantity,
        (Carrier.Electricity or Carrier.DistrictHeat or Carrier.DistrictCooling, "MWh") => quantity * 1000,
        (not (Carrier.Electricity or Carrier.DistrictHeat or Carrier.DistrictCooling), "kWh PCI") => quantity,
        (Carrier.FuelOil, "L") => quantity * FuelOilPerLitre,
        (Carrier.Propane, "kg") => quantity * PropanePerKilogram,
        (Carrier.WoodLogs, "stère") => quantity * LogsPerStere,
        _ => null,
    };

    /// <summary>The quantity in another basis; null when the carrier has no way between the two.</summary>
    public static double? Convert(Carrier carrier, double quantity, string from, string to) =>
        from == to ? quantity
        : KWhPci(carrier, quantity, from) is not { } pci ? null
        : KWhPci(carrier, 1, to) is { } one ? pci / one
        : null;

    /// <summary>kWh PCS for one kWh PCI; null for what is not burnt.</summary>
    public static double? PcsPerPci(Carrier carrier) => carrier switch
    {
        Carrier.NaturalGas => Gas.PcsPerPci,
        Carrier.FuelOil => 1.07,
        Carrier.Propane => 1.11,
        Carrier.WoodPellets or Carrier.WoodLogs or Carrier.WoodChips => 1.08,
        _ => null,
    };
}
