namespace Telemetry.Analytics.Reports.Frozen;

/// <summary>A table of a report: what its chart draws and its file holds.</summary>
/// <param name="Key">Its name, which pages translate.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, each as long as the columns.</param>
/// <param name="Total">The total's row; null when the rows are not added.</param>
public sealed record ReportTable(string Key, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<ReportCell>> Rows, IReadOnlyList<ReportCell>? Total = null);
