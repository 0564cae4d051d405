using System.Globalization;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Reports;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Energy;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>One building, one energy, one local day by the hour: the same numbers for the chart, its table and its file.</summary>
internal sealed record HourlyChart(Building Building, Carrier Carrier, DateOnly Day, IReadOnlyList<Figure> Hours)
{
    /// <summary>Reads the hours of a local day of 23, 24 or 25; hours yet to come are not missing, they are not there.</summary>
    public static HourlyChart Of(IFigures figures, Building building, Carrier carrier, DateOnly day, DateTimeOffset now)
    {
        var hours = figures.Hourly(building, carrier, Midnight(day, figures.Zone), Midnight(day.AddDays(1), figures.Zone));
        return new(building, carrier, day, [.. hours.Where(hour => hour.From < now)]);
    }

    /// <summary>The values, NaN where nothing was measured.</summary>
    public IReadOnlyList<double> Values => [.. Hours.Select(hour => hour.Problem == FigureProblem.None ? hour.Value : double.NaN)];

    /// <summary>The file: instant, value, quality.</summary>
    public byte[] ToCsv() => CsvFile.Of(
    [
        ["batiment", "energie", "debut", "fin", "kwh", "couverture_pct", "qualite"],
        .. Hours.Select((hour, index) => (string[])
        [
            Building.Id,
            Carrier.ToString(),
            CsvFile.Instant(hour.From),
            CsvFile.Instant(hour.To),
            CsvFile.Number(Values[index]),
            CsvFile.Number(Math.Round(hour.Coverage * 100, 1)),
            double.IsFinite(Values[index]) ? "mesure" : "absent",
        ]),
    ]);

    /// <summary>Name of the file.</summary>
    public string FileName => $"{Building.Id}_{Carrier.ToString().ToLowerInvariant()}_{Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv";

    /// <summary>Address of the chart's page, or of its file.</summary>
    public string Path(string page) =>
        $"{page}?batiment={Uri.EscapeDataString(Building.Id)}&energie={Carrier}&jour={Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    /// <summary>What the chart says, in words.</summary>
    public string Reading(TimeZoneInfo zone, Language language)
    {
        var (values, known) = (Values, Values.Count(double.IsFinite));
        if (known == 0)
        {
            return language.Say(EstateWords.CurveNone);
        }

        var peak = Enumerable.Range(0, values.Count).Where(index => double.IsFinite(values[index])).MaxBy(index => values[index]);
        return language.Say(EstateWords.CurveTotal, language.Number(known, 0), language.Number(values.Count, 0), language.Hour(Hours[peak].From, zone), language.Measure(values[peak], 2, "kWh"));
    }

    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
