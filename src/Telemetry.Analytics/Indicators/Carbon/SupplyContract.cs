using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>A contract that says how a part of the electricity was bought.</summary>
/// <param name="Name">Supplier and contract, as printed.</param>
/// <param name="Evidence">What proves it: cancelled guarantees of origin, a power purchase agreement.</param>
/// <param name="Share">Part of the consumption it covers, 0 to 1.</param>
/// <param name="Factor">kgCO2e per kWh of that part, from the supplier's own declaration.</param>
public sealed record SupplyContract(string Name, string Evidence, double Share, EmissionFactor Factor);
