using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Indicators;

/// <summary>How carriers are printed in figures.</summary>
public static class CarrierWords
{
    /// <summary>The carrier's name in a line: the name of the enumeration, which pages translate.</summary>
    public static string Label(Carrier carrier) => carrier.ToString();

    /// <summary>Unit of its energy: gas is counted PCS, and says so.</summary>
    public static string Unit(Carrier carrier) => carrier == Carrier.NaturalGas ? "kWh PCS" : "kWh";
}
