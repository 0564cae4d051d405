namespace Telemetry.Analytics.Reports.Frozen;

/// <summary>A column of a report's table.</summary>
/// <param name="Key">Its name, which pages translate: <c>energy</c>, <c>perSquareMetre</c>.</param>
/// <param name="Unit">Unit of its numbers; <c>%</c> for ratios; empty for texts.</param>
/// <param name="Decimals">Decimals shown.</param>
public sealed record ReportColumn(string Key, string Unit = "", int Decimals = 0);
