using Telemetry.Analytics.Indicators.Baseline;
using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Reports.Actions;

/// <summary>A non-routine adjustment that somebody declared for a building and an energy.</summary>
/// <param name="Building">The building's slug.</param>
/// <param name="Carrier">The energy.</param>
/// <param name="What">Since when, how much, why.</param>
/// <param name="By">Who.</param>
public sealed record Adjustment(string Building, Carrier Carrier, NonRoutineAdjustment What, string By);
