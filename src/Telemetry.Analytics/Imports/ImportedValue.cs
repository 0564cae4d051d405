namespace Telemetry.Analytics.Imports;

/// <summary>An imported value.</summary>
/// <param name="From">Start, UTC, included.</param>
/// <param name="To">End, UTC, excluded; equal to the start for the value of an instant.</param>
/// <param name="Value">In the series' unit.</param>
/// <param name="Estimated">Whether its source estimated it.</param>
/// <param name="Note">What stood beside it.</param>
public readonly record struct ImportedValue(DateTimeOffset From, DateTimeOffset To, double Value, bool Estimated, string Note);
