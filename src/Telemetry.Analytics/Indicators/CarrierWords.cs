using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Indicators;

/// <summary>How carriers are printed in figures.</summary>
public static class CarrierWords
{
    /// <summary>The carrier's name in a line: the name of the enumeration, which pages translate.</summary>
    public static string Label(Carrier carrier) => carrier.ToString();

    /// <summary>Unit of its energy: gas is counted PCS, other fuels PCI, and both say so.</summary>
    public static string Unit(Carrier carrier) => carrier switch
    {
        Carrier.NaturalGas => "kWh PCS",
        Carrier.FuelOil or Carrier.Propane or Carrier.WoodPellets or Carrier.WoodLogs or Carrier.WoodChips => "kWh PCI",
        _ => "kWh",
    };
}
