using PdfSharp.Charting;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using Telemetry.Analytics.Reports.Frozen;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Reports;

/// <summary>A frozen report as a PDF: the same tables as its page, which stays the accessible reference.</summary>
internal static class ReportPdf
{
    private const double ChartHeight = 190;
    private static readonly int[] Round = [1, 2, 5, 10];

    // A heading and two rows of its table.
    private const double RowsKept = 60;

    /// <summary>The file.</summary>
    /// <exception cref="InvalidOperationException">The fonts are missing; the message says what to install.</exception>
    public static byte[] Of(FrozenReport report, Language language, TimeZoneInfo zone)
    {
        if (PdfFonts.Prepare() is { } missing)
        {
            throw new InvalidOperationException(missing);
        }

        using var document = new PdfDocument();
        document.Info.Title = ReportText.Title(report, language);
        document.Info.Subject = language.Say(ReportWords.Fingerprint, report.Sha256);

        // The same report gives the same dates, whenever the file is made.
        (document.Info.CreationDate, document.Info.ModificationDate) = (report.At.UtcDateTime, report.At.UtcDateTime);
        document.Language = language.Code;
        using (var sheet = new PdfSheet(document, $"{report.Title}   SHA-256 {report.Sha256}"))
        {
            Write(sheet, report, language, zone);
        }

        using var bytes = new MemoryStream();
        document.Save(bytes, closeStream: false);
        return bytes.ToArray();
    }

    private static void Write(PdfSheet sheet, FrozenReport report, Language language, TimeZoneInfo zone)
    {
        sheet.Heading(ReportText.Title(report, language), 16);
        foreach (var paragraph in ReportText.Paragraphs(report, language, zone))
        {
            sheet.Paragraph(paragraph);
        }

        foreach (var table in report.Content.Tables)
        {
            sheet.Heading(ReportWords.Say(table.Key, language), 11, HasChart(table) ? ChartHeight : RowsKept);
            Chart(sheet, table, language);
            var shown = ReportText.Shown(table);
            var places = shown.Select(column => table.Columns.ToList().IndexOf(column)).ToList();
            sheet.Table(
                [.. shown.Select(column => ReportWords.Heading(column, language))],
                [.. table.Rows.Select(row => (IReadOnlyList<string>)[.. places.Select(place => ReportWords.Print(table.Columns[place], row[place], language))])],
                [.. shown.Select(column => column.Unit.Length > 0 || column.Decimals > 0 || column.Key == "value")],
                table.Total is { } total ? [.. places.Select(place => ReportWords.Print(table.Columns[place], total[place], language))] : null);
        }

        foreach (var factor in ReportText.Factors(report.Content, language))
        {
            sheet.Paragraph(factor);
        }

        sheet.Paragraph(language.Say(ReportWords.Signature));
    }

    private static bool HasChart(ReportTable table) => table.Key is "months" or "trajectory" or "days" && table.Rows.Count > 0;

    /// <summary>A step that people count in, and the end of the axis: at most eight lines.</summary>
    internal static (double Step, double End) Scale(double highest)
    {
        if (!(highest > 0))
        {
            return (1, 1);
        }

        var tens = Math.Pow(10, Math.Floor(Math.Log10(highest / 7)));
        var step = Round.Select(times => times * tens).First(one => highest / one <= 8);
        return (step, Math.Ceiling(highest / step) * step);
    }

    /// <summary>Columns for months and years; a month or year without value is a gap.</summary>
    private static void Chart(PdfSheet sheet, ReportTable table, Language language)
    {
        if (!HasChart(table))
        {
            return;
        }

        var chart = new Chart(ChartType.Column2D) { Font = { Name = PdfFonts.Family, Size = XUnit.FromPoint(7) } };
        var shown = table.Columns.Select((column, place) => (column, place)).Where(one => one.column.Key is not ("span" or "year" or "coverage" or "total" or "measured")).ToList();
        foreach (var (column, place) in shown)
        {
            var series = chart.SeriesCollection.AddSeries();
            series.Name = ReportWords.Heading(column, language).Replace("kWh", "MWh", StringComparison.Ordinal);
            foreach (var row in table.Rows)
            {
                if (row[place].Number is { } number)
                {
                    series.Add(number / 1000);
                }
                else
                {
                    series.AddBlank();
                }
            }
        }

        chart.XValues.AddXSeries().Add([.. table.Rows.Select(row => (row[0].Text ?? "") is { Length: > 7 } day ? day[8..] : row[0].Text ?? "")]);
        chart.XAxis.MajorTickMark = TickMarkType.Outside;
        chart.YAxis.MajorTickMark = TickMarkType.Outside;
        chart.YAxis.HasMajorGridlines = true;
        chart.YAxis.MajorGridlines.LineFormat.Color = XColors.LightGray;
        chart.YAxis.MinimumScale = 0;
        var highest = shown.SelectMany(one => table.Rows.Select(row => row[one.place].Number ?? 0)).Max() / 1000;
        (chart.YAxis.MajorTick, chart.YAxis.MaximumScale) = Scale(highest);
        chart.YAxis.TickLabels.Format = "0.###";
        chart.Legend.Docking = DockingType.Bottom;
        sheet.Draw(ChartHeight, (graphics, place) =>
        {
            var frame = new ChartFrame { Location = place.Location, Size = place.Size };
            frame.Add(chart);
            frame.DrawChart(graphics);
        });
    }
}
