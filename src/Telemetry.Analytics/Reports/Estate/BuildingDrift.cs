using Telemetry.Analytics.Indicators.Baseline;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>A building whose gas was compared with what its weather explains.</summary>
/// <param name="Building">Which.</param>
/// <param name="Lasting">Too much, for two weeks at least and still so; null when it uses what is expected.</param>
/// <param name="Share">The excess a day ÷ what is expected a day; 0 without one.</param>
public sealed record BuildingDrift(Building Building, Drift? Lasting, double Share);
