using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Imports.Mapping;
using Telemetry.Analytics.Indicators.Calendar;
using Telemetry.Analytics.Indicators.Load;
using Telemetry.Analytics.Registry;
using Telemetry.Model.Energy;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>Hours of a building and carrier, each from the source of its day; a day known only by an invoice has no hours.</summary>
internal sealed class HourlyUse(EnergyFigures energy, EnergyDays days, IImports imports, TimeZoneInfo zone)
{
    /// <summary>The hours of <c>[from, to)</c>.</summary>
    internal HourlyLoad Of(Town town, Building building, Carrier carrier, DateOnly from, DateOnly to, DateTimeOffset now)
    {
        var grid = new HourGrid(from, to, zone);
        var sources = days.Of(town, building, carrier, from, to, now);
        var values = Enumerable.Repeat(double.NaN, grid.Hours).ToArray();
        foreach (var (at, kWh) in Imported(building, carrier, grid.Start, grid.End))
        {
            Put(values, grid, sources, at, kWh, EnergySource.Imported);
        }

        foreach (var (at, kWh) in sources.Any(day => day.Source == EnergySource.Metered) ? Metered(town, building, carrier, grid, now) : [])
        {
            Put(values, grid, sources, at, kWh, EnergySource.Metered);
        }

        return new HourlyLoad(grid, values);
    }

    private static void Put(double[] values, HourGrid grid, IReadOnlyList<DayEnergy> sources, DateTimeOffset at, double kWh, EnergySource source)
    {
        var place = (int)((at - grid.Start).Ticks / TimeSpan.TicksPerHour);
        if (place >= 0 && place < values.Length && sources[grid.Day[place]].Source == source)
        {
            values[place] = kWh;
        }
    }

    /// <summary>Hours that the intervals of a curve fill whole.</summary>
    private IEnumerable<(DateTimeOffset At, double KWh)> Imported(Building building, Carrier carrier, DateTimeOffset from, DateTimeOffset to) =>
        imports.Read(SeriesNames.Energy(building.Id, carrier), from, to)
            .Where(value => value.To - value.From <= TimeSpan.FromHours(1))
            .GroupBy(value => value.From.ToUnixTimeSeconds() / 3600)
            .Where(hour => hour.Sum(value => (value.To - value.From).TotalMinutes) > 59)
            .Select(hour => (DateTimeOffset.FromUnixTimeSeconds(hour.Key * 3600), hour.Sum(value => value.Value)));

    private IEnumerable<(DateTimeOffset At, double KWh)> Metered(Town town, Building building, Carrier carrier, HourGrid grid, DateTimeOffset now) =>
        (town.MainOf(building).GetValueOrDefault(carrier) ?? [])
            .SelectMany(point => days.FirstDay(point) is { } first && first < grid.Days[^1].AddDays(1)
                ? energy.Hours(point, Indicators.Energy.CivilDays.Start(first > grid.Days[0] ? first : grid.Days[0], zone), grid.End, now)
                : [])
            .Where(hour => hour.Known.TotalMinutes > 30)
            .GroupBy(hour => hour.From)
            .Select(hour => (hour.Key, hour.Sum(part => part.Amount)));
}
