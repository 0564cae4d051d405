using Telemetry.Analytics.Indicators;
using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Reports;

/// <summary>Energy over one period, by carrier.</summary>
/// <param name="ByCarrier">kWh by carrier (gas: kWh PCS); only carriers the building has a main meter for.</param>
/// <param name="Total">kWh, the sum of the carriers (gas counted PCS, and said so in its lines).</param>
public sealed record EnergyByCarrier(IReadOnlyDictionary<Carrier, Figure> ByCarrier, Figure Total);
