using System.Globalization;
using FirmwareSim.Physics;
using FirmwareSim.Town;

namespace FirmwareSim.Past;

/// <summary>Writes the years before a town was metered as the files its suppliers would have sent: curves, daily gas and heat, invoices, weather.</summary>
internal static class PastTown
{
    /// <summary>First day of the invoices.</summary>
    internal static readonly DateOnly First = new(2019, 1, 1);

    // The buildings whose boilers have a heat meter.
    private static readonly string[] Metered = ["ecole-jules-ferry", "mairie"];

    private const int CurveYears = 3;
    private const double StepSeconds = 600;
    private const double StandingEuro = 38;

    /// <summary>Writes the files up to a local day, excluded.</summary>
    internal static void Write(string folder, DateOnly until, int seed)
    {
        Directory.CreateDirectory(folder);
        var weather = new SyntheticWeather(seed);
        var buildings = Buildings(seed);
        var curvesFrom = until.AddYears(-CurveYears);
        using var electricity = new PastFile(Path.Combine(folder, "electricite-heures.csv"), "debut_utc;" + Names(buildings));
        using var gas = new PastFile(Path.Combine(folder, "gaz-jours.csv"), "date;" + Names(buildings));
        var metered = Enumerable.Range(0, buildings.Count).Where(place => Metered.Contains(buildings[place].Id, StringComparer.Ordinal)).ToList();
        using var heat = new PastFile(Path.Combine(folder, "chaleur-jours.csv"), "date;" + string.Join(';', metered.Select(place => buildings[place].Id)));
        using var temperatures = new PastFile(Path.Combine(folder, "meteo-jours.csv"), "date;tn;tx;moyenne");
        using var invoices = new PastFile(Path.Combine(folder, "factures.csv"), "facture;batiment;energie;du;au;kWh;montant_ttc");
        Holidays(folder, until);
        var month = new double[buildings.Count, 2];
        for (var day = First; day < until; day = day.AddDays(1))
        {
            var lived = PastDay.Live(buildings, day, weather, StepSeconds);
            temperatures.Line($"{day:yyyy-MM-dd}", lived.Min, lived.Max, lived.Mean);
            if (day >= curvesFrom)
            {
                lived.Hours.ForEach(hour => electricity.Line($"{hour.At:yyyy-MM-dd'T'HH:mm:ss'Z'}", hour.KWh));
                gas.Line($"{day:yyyy-MM-dd}", lived.GasKWh);
                heat.Line($"{day:yyyy-MM-dd}", [.. metered.Select(place => lived.HeatKWh[place])]);
            }

            for (var place = 0; place < buildings.Count; place++)
            {
                month[place, 0] += lived.Hours.Sum(hour => hour.KWh[place]);
                month[place, 1] += lived.GasKWh[place];
            }

            if (day.AddDays(1).Day == 1)
            {
                Invoice(invoices, buildings, day, month);
                Array.Clear(month);
            }
        }
    }

    private static void Invoice(PastFile file, List<PastBuilding> buildings, DateOnly last, double[,] month)
    {
        // Prices including tax, invented, with the shape of those years: a climb in 2022 and 2023, then down again.
        var (electric, gas) = last.Year switch { <= 2021 => (0.158, 0.064), 2022 => (0.196, 0.092), 2023 => (0.262, 0.118), 2024 => (0.228, 0.099), _ => (0.206, 0.094) };
        for (var place = 0; place < buildings.Count; place++)
        {
            foreach (var (carrier, kWh, euro) in new[] { ("Electricity", month[place, 0], electric), ("NaturalGas", month[place, 1], gas) })
            {
                var number = string.Create(CultureInfo.InvariantCulture, $"DEMO-{last:yyyyMM}-{place + 1}{carrier[0]}");
                file.Line($"{number};{buildings[place].Id};{carrier};{last:yyyy-MM}-01;{last:yyyy-MM-dd}", Math.Round(kWh), Math.Round((kWh * euro) + StandingEuro, 2));
            }
        }
    }

    private static void Holidays(string folder, DateOnly until)
    {
        using var file = new PastFile(Path.Combine(folder, "vacances.csv"), "jour;nom");
        for (var day = First; day < until.AddYears(1); day = day.AddDays(1))
        {
            if (Story.IsSchoolHoliday(day))
            {
                file.Line($"{day:yyyy-MM-dd};Vacances scolaires de démonstration");
            }
        }
    }

    private static string Names(List<PastBuilding> buildings) => string.Join(';', buildings.Select(building => building.Id));

    private static List<PastBuilding> Buildings(int seed) =>
    [
        new("ecole-jules-ferry", BuildingSets.School, Habits.School, Appliances.School, seed, 200, new Story
        {
            School = true, SetBackSince = new(2022, 10, 1), TooWarmK = 1.5, LedSince = new(2024, 7, 1),

            // Somebody left the holiday programme off in the last autumn holidays.
            HeatedThough = day => day.Year == 2026 && day is { Month: 10, Day: >= 19 } or { Year: 2026, Month: 11, Day: <= 2 },
        }),
        new("gymnase-pasteur", BuildingSets.Gymnasium, Habits.Gymnasium, Appliances.Gymnasium, seed, 300, new Story
        {
            SetBackSince = new(2023, 11, 1), TooWarmK = 1, LedSince = new(2025, 9, 1),
        }),
        new("mairie", BuildingSets.TownHall, Habits.TownHall, Appliances.TownHall, seed, 400, new Story
        {
            SetBackSince = new(2021, 10, 1), TooWarmK = 0.5, Forgotten = (new(2026, 6, 15), 850),
        }),
        new("creche-les-lutins", BuildingSets.Nursery, Habits.Nursery, Appliances.Nursery, seed, 500, new Story()),
    ];
}
