namespace Telemetry.Analytics.Indicators.HotWater;

/// <summary>What is known of one day of hot water.</summary>
/// <param name="Day">The local day.</param>
/// <param name="Verdict">What the rule says of it.</param>
/// <param name="From">Since when the water was hot enough, UTC; the start of the day where that says nothing.</param>
/// <param name="To">Until when, UTC; the end of the day where that says nothing.</param>
public sealed record HotWaterProof(DateOnly Day, HotWaterDay Verdict, DateTimeOffset From, DateTimeOffset To);
