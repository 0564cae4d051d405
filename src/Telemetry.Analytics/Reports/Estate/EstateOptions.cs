namespace Telemetry.Analytics.Reports.Estate;

/// <summary>What the operator decides about the estate's figures.</summary>
/// <param name="Zone">Zone of the days.</param>
/// <param name="Station">The weather station of the correction; null for the first one imported.</param>
/// <param name="SchoolZone">Zone of the school holidays: A, B or C.</param>
internal sealed record EstateOptions(TimeZoneInfo Zone, string? Station, string SchoolZone = "B");
