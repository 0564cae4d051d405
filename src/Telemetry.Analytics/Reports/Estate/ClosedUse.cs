using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Imports.Mapping;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Registry;
using Telemetry.Model.Energy;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>Electricity used at night (22 h to 6 h), on week-ends and public holidays, as a share of all of it.</summary>
internal sealed class ClosedUse(EnergyFigures energy, EnergyDays days, IImports imports, ImportedDays calendar, TimeZoneInfo zone)
{
    private const int Evening = 22;
    private const int Morning = 6;

    internal Figure Of(Town town, Building building, EstatePeriod period, DateTimeOffset now)
    {
        var (from, to) = (CivilDays.Start(period.From, zone), CivilDays.Start(period.To, zone));
        var sources = days.Of(town, building, Carrier.Electricity, period.From, period.To, now).ToDictionary(day => day.Day, day => day.Source);
        var holidays = calendar.Of(SeriesNames.Calendar("public", "metropole"));
        var hours = Imported(building, from, to).Where(hour => sources.GetValueOrDefault(CivilDays.Of(hour.At, zone)) == EnergySource.Imported)
            .Concat(Metered(town, building, from, to, now).Where(hour => sources.GetValueOrDefault(CivilDays.Of(hour.At, zone)) == EnergySource.Metered)).ToList();
        var (all, shut) = (hours.Sum(hour => hour.KWh), hours.Where(hour => IsShut(hour.At, holidays.ContainsKey)).Sum(hour => hour.KWh));
        var coverage = hours.Count / (to - from).TotalHours;
        return all <= 0 || coverage < Comparison.LeastCoverage
            ? Figure.Refused("", from, to, hours.Count == 0 ? FigureProblem.NoReading : FigureProblem.LowCoverage)
            : new Figure
            {
                Value = shut / all,
                Unit = "",
                From = from,
                To = to,
                Coverage = Math.Min(1, coverage),
                Lines = [new FigureLine("Closed", shut, "kWh", null, shut / all)],
            };
    }

    private bool IsShut(DateTimeOffset at, Func<DateOnly, bool> isHoliday)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return local.Hour is >= Evening or < Morning || local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || isHoliday(DateOnly.FromDateTime(local.DateTime));
    }

    private IEnumerable<(DateTimeOffset At, double KWh)> Imported(Building building, DateTimeOffset from, DateTimeOffset to) =>
        imports.Read(SeriesNames.Energy(building.Id, Carrier.Electricity), from, to)
            .Where(value => value.To - value.From <= TimeSpan.FromHours(1) && value.From >= from && value.To <= to)
            .GroupBy(value => value.From.ToUnixTimeSeconds() / 3600)
            .Select(hour => (DateTimeOffset.FromUnixTimeSeconds(hour.Key * 3600), hour.Sum(value => value.Value)));

    private IEnumerable<(DateTimeOffset At, double KWh)> Metered(Town town, Building building, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now) =>
        (town.MainOf(building).GetValueOrDefault(Carrier.Electricity) ?? [])
            .SelectMany(point => days.FirstDay(point) is { } first && CivilDays.Start(first, zone) < to
                ? energy.Hours(point, CivilDays.Start(first, zone) is var start && start > from ? start : from, to, now)
                : [])
            .Where(hour => hour.Known > TimeSpan.Zero)
            .GroupBy(hour => hour.From)
            .Select(hour => (hour.Key, hour.Sum(part => part.Amount)));
}
