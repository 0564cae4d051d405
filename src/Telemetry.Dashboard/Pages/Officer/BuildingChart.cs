using System.Globalization;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>What the two charts of a building draw, their tables show and their files hold: the same numbers.</summary>
internal sealed record BuildingChart(IReadOnlyList<BuildingChart.MonthRow> Months, IReadOnlyList<BuildingChart.DegreeRow> Degrees)
{
    /// <summary>The numbers of an expectation.</summary>
    public static BuildingChart Of(Expectation expectation)
    {
        var (model, usable) = (expectation.Model, expectation.Days.Where(day => day.Usable).ToList());
        var months = expectation.Days.GroupBy(day => new DateOnly(day.Day.Year, day.Day.Month, 1)).OrderBy(month => month.Key).Select(month =>
        {
            var known = month.Where(day => day.Usable).ToList();
            return known.Count == 0
                ? new MonthRow(month.Key, double.NaN, double.NaN, 0)
                : new MonthRow(month.Key, known.Sum(day => day.Use), known.Sum(expectation.On), known.Count);
        });
        var bins = usable.GroupBy(day => (int)Math.Floor(day.Temperature)).ToDictionary(bin => bin.Key, bin => bin.ToList());
        var degrees = bins.Count == 0 ? [] : Enumerable.Range(bins.Keys.Min(), bins.Keys.Max() - bins.Keys.Min() + 1)
            .Select(degree => new DegreeRow(degree, bins.TryGetValue(degree, out var days) ? days.Average(day => day.Use) : double.NaN, model.Predict(degree + 0.5), days?.Count ?? 0));
        return new([.. months], [.. degrees]);
    }

    /// <summary>The months as a file.</summary>
    public byte[] MonthsCsv() => CsvFile.Of(
    [
        ["mois", "mesure_kwh_pcs", "attendu_kwh_pcs", "jours"],
        .. Months.Select(row => (string[])
        [
            row.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), CsvFile.Number(row.Measured), CsvFile.Number(row.Expected), row.Days.ToString(CultureInfo.InvariantCulture),
        ]),
    ]);

    /// <summary>The signature as a file.</summary>
    public byte[] DegreesCsv() => CsvFile.Of(
    [
        ["degre_c", "mesure_kwh_pcs_jour", "modele_kwh_pcs_jour", "jours"],
        .. Degrees.Select(row => (string[])
        [
            row.Degree.ToString(CultureInfo.InvariantCulture), CsvFile.Number(row.Measured), CsvFile.Number(row.Model), row.Days.ToString(CultureInfo.InvariantCulture),
        ]),
    ]);

    /// <summary>One month, kWh PCS over its known days.</summary>
    internal sealed record MonthRow(DateOnly Month, double Measured, double Expected, int Days);

    /// <summary>One degree of outdoor temperature, kWh PCS a day.</summary>
    internal sealed record DegreeRow(int Degree, double Measured, double Model, int Days);
}
