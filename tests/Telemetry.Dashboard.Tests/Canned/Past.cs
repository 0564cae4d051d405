using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Imports.Mapping;

namespace Telemetry.Dashboard.Tests.Canned;

/// <summary>Three years of a made-up past of the canned town, imported as files: gas that follows the weather exactly, and one winter that does not.</summary>
internal static class Past
{
    private static readonly DateOnly First = new(2023, 1, 1);
    private static readonly DateOnly End = new(2026, 11, 1);
    private static readonly (string Id, double Base, double Slope, double Night, double Day)[] Buildings =
        [("ecole-jules-ferry", 40, 130, 2, 9), ("gymnase-pasteur", 30, 30, 1, 6), ("mairie", 10, 18, 3, 7), ("creche-les-lutins", 12, 5, 1, 3)];

    /// <summary>Imports it into a site.</summary>
    public static void Into(Site site)
    {
        var folder = Directory.CreateTempSubdirectory("past-");
        var (gas, power, weather, bills) = (Text("date"), Text("debut"), new StringBuilder("date;tn;tx\n"), new StringBuilder("facture;site;du;au;kWh;ttc\n"));
        for (var day = First; day < End; day = day.AddDays(1))
        {
            var mean = 11.5 - (9 * Math.Cos(2 * Math.PI * (day.DayOfYear - 20) / 365.25)) + (3 * Math.Sin(day.DayNumber * 1.7));
            Line(weather, day, mean - 4, mean + 4);

            // The town hall used a quarter more than its weather in its last year.
            Line(gas, day, [.. Buildings.Select(one => (one.Base + (one.Slope * Math.Max(0, 17 - mean))) * (one.Id == "mairie" && day >= new DateOnly(2025, 11, 1) ? 1.25 : 1))]);
            if (day >= new DateOnly(2025, 10, 1))
            {
                for (var hour = 0; hour < 24; hour++)
                {
                    power.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T{hour:00}:00:00Z");
                    power.Append(string.Concat(Buildings.Select(one => ";" + ((hour is >= 7 and < 18 ? one.Day : one.Night) + (one.Id == "mairie" && day >= new DateOnly(2026, 5, 1) ? 1.5 : 0)).ToString(CultureInfo.InvariantCulture)))).Append('\n');
                }
            }

            if (day.Day == 1)
            {
                foreach (var one in Buildings)
                {
                    bills.Append(CultureInfo.InvariantCulture, $"F{day:yyMM}-{one.Id};{one.Id};{day:yyyy-MM-dd};{day.AddMonths(1).AddDays(-1):yyyy-MM-dd};{20 * 24 * one.Night};{100 * one.Slope}\n");
                }
            }
        }

        Import(site, folder, "gas", gas, "kind: energy\ntime: { column: date, step: 1d }\nvalues:\n" + Columns("NaturalGas"));
        Import(site, folder, "power", power, "kind: energy\ntime: { column: debut, step: 1h }\nvalues:\n" + Columns("Electricity"));
        Import(site, folder, "weather", weather, "kind: weather\ntime: { column: date, step: 1d }\nvalues:\n  - { column: tn, station: essai, what: tn }\n  - { column: tx, station: essai, what: tx }\n");
        Import(site, folder, "bills", bills, "kind: invoices\nnote: facture\ntime: { column: du, to: au }\nvalues:\n  - { column: kWh, unit: kWh, building: \"{site}\", carrier: Electricity }\n  - { column: ttc, unit: EUR, building: \"{site}\", carrier: Electricity }\n");
        folder.Delete(recursive: true);
    }

    private static StringBuilder Text(string first) => new StringBuilder(first).Append(string.Concat(Buildings.Select(one => ";" + one.Id))).Append('\n');

    private static string Columns(string carrier) => string.Concat(Buildings.Select(one => $"  - {{ column: {one.Id}, unit: kWh, building: {one.Id}, carrier: {carrier} }}\n"));

    private static void Line(StringBuilder text, DateOnly day, params ReadOnlySpan<double> values)
    {
        text.Append(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (var value in values)
        {
            text.Append(';').Append(value.ToString("0.####", CultureInfo.InvariantCulture));
        }

        text.Append('\n');
    }

    private static void Import(Site site, DirectoryInfo folder, string name, StringBuilder text, string yaml)
    {
        var file = Path.Combine(folder.FullName, name + ".csv");
        File.WriteAllText(file, text.ToString());
        var (mapping, problems) = MappingFile.Parse(yaml, name);
        Assert.Empty(problems);
        var outcome = site.Services.GetRequiredService<ImportRun>().Run(file, mapping!, "essai", dryRun: false);
        Assert.Null(outcome.Problem);
        Assert.Empty(outcome.Refused);
    }
}
