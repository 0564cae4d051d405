using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Reports.Actions;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>What the operator decides about the estate's figures.</summary>
/// <param name="Zone">Zone of the days.</param>
/// <param name="Station">The weather station of the correction; null for the first one imported.</param>
/// <param name="SchoolZone">Zone of the school holidays: A, B or C.</param>
internal sealed record EstateOptions(TimeZoneInfo Zone, string? Station, string SchoolZone = "B")
{
    /// <summary>How the electricity is bought, asked each time it is needed.</summary>
    internal Func<SupplyBook> Supply { get; init; } = () => SupplyBook.Empty;

    /// <summary>Non-routine adjustments declared for a building.</summary>
    internal Func<string, IReadOnlyList<Adjustment>> Adjustments { get; init; } = _ => [];
}
