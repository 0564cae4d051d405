using Telemetry.Analytics.Indicators.Calendar;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Indicators.Climate;
using Telemetry.Analytics.Indicators.Cost;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Bench.Indicators;

/// <summary>What all buildings of the bench share: hours, weather, grid, tariff; and each one's registers.</summary>
internal sealed class Town
{
    internal static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    internal Town()
    {
        var random = new Random(1);
        Grid = new HourGrid(new(2023, 1, 1), new(2026, 1, 1), Paris);
        Temperatures = new double[Grid.Hours];
        Grams = [.. Enumerable.Range(0, Grid.Hours).Select(hour => new IntensityPoint(Grid.At(hour), 30 + (20 * random.NextDouble())))];
        for (var hour = 0; hour < Grid.Hours; hour++)
        {
            var day = Grid.Day[hour];
            Temperatures[hour] = 12 + (9 * Math.Cos((day - 200) * Math.Tau / 365.25)) + (4 * Math.Sin((Grid.Clock[hour] - 9) * Math.Tau / 24)) + (3 * Math.Sin(day * 0.7));
        }

        Calendar = new BuildingCalendar
        {
            Name = "bench",
            Week = Enumerable.Range(1, 5).ToDictionary(day => (DayOfWeek)day, _ => (8.0, 18.0)),
            Holidays = Enumerable.Range(2023, 3).SelectMany(year => FrenchHolidays.Of(year)).ToHashSet(),
        };
        Intensity = new IntensitySeries("bench", IntensityPerimeter.DirectProduction, TimeSpan.FromHours(1), Grams);
        Tariffs = [new("bench", new(2020, 1, 1), new(2030, 1, 1), [new("HC", 0.14m) { Hours = [(22, 6)] }, new("HP", 0.2m)], 1.2m)];
        DailyTemperature = Grid.Days.Index().ToDictionary(day => day.Item, day => Temperatures[Grid.First(day.Index)..Grid.First(day.Index + 1)].Average());
        Extremes = [.. Grid.Days.Index().Select(day => new DayTemperature(day.Item, Temperatures[Grid.First(day.Index)..Grid.First(day.Index + 1)].Min(), Temperatures[Grid.First(day.Index)..Grid.First(day.Index + 1)].Max()))];
        Edges = [.. Enumerable.Range(0, Grid.Hours + 1).Select(Grid.At)];
    }

    internal HourGrid Grid { get; }

    internal double[] Temperatures { get; }

    internal IntensityPoint[] Grams { get; }

    internal IntensitySeries Intensity { get; }

    internal BuildingCalendar Calendar { get; }

    internal IReadOnlyList<Tariff> Tariffs { get; }

    internal IReadOnlyDictionary<DateOnly, double> DailyTemperature { get; }

    internal IReadOnlyList<DayTemperature> Extremes { get; }

    internal IReadOnlyList<DateTimeOffset> Edges { get; }

    /// <summary>A register read every hour over three years, with a gap of two days and a false zero.</summary>
    internal List<Reading> Register(int seed, bool heating)
    {
        var random = new Random(seed);
        var (size, register) = (0.5 + random.NextDouble(), 1000.0 * random.NextDouble());
        var gap = random.Next(Grid.Hours - 100);
        var readings = new List<Reading>(Grid.Hours + 1);
        for (var hour = 0; hour <= Grid.Hours; hour++)
        {
            if (hour < gap || hour > gap + 48)
            {
                readings.Add(new Reading(Grid.At(hour), hour == gap / 2 ? 0 : register));
            }

            if (hour < Grid.Hours)
            {
                var open = Grid.Clock[hour] is >= 8 and < 18;
                register += size * (heating ? Math.Max(0, 15 - Temperatures[hour]) * (open ? 3 : 1.5) : (open ? 12 : 4)) * (0.9 + (0.2 * random.NextDouble()));
            }
        }

        return readings;
    }
}
