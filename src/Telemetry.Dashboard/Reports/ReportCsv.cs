using Telemetry.Analytics.Reports.Frozen;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Reports;

/// <summary>A table of a report as a file: the numbers as frozen, for machines.</summary>
internal static class ReportCsv
{
    /// <summary>The file.</summary>
    public static byte[] Of(ReportTable table) => CsvFile.Of(
    [
        table.Columns.Select(column => column.Unit.Length == 0 ? column.Key : $"{column.Key} [{column.Unit}]"),
        .. table.Rows.Select(row => row.Select(Cell)),
    ]);

    private static string Cell(ReportCell cell) => cell.Number is { } number ? CsvFile.Number(number) : cell.Text ?? "";
}
