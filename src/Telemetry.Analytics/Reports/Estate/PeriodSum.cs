using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>Days added to a figure: its coverage counts every day of the period, its lines say which source gave what.</summary>
internal static class PeriodSum
{
    /// <summary>The energy of a carrier over a period.</summary>
    /// <param name="days">Every day of the period.</param>
    /// <param name="carrier">The carrier.</param>
    /// <param name="name">Who is missing when nothing is known.</param>
    /// <param name="zone">Whose days.</param>
    internal static Figure Of(IReadOnlyList<DayEnergy> days, Carrier carrier, string name, TimeZoneInfo zone)
    {
        if (days.Count == 0)
        {
            var never = DateTimeOffset.UnixEpoch;
            return Figure.Refused("kWh", never, never, FigureProblem.NoReading) with { Missing = [name] };
        }

        var (from, to) = (CivilDays.Start(days[0].Day, zone), CivilDays.End(days[^1].Day, zone));
        var known = days.Where(day => day.Known).ToList();
        if (known.Count == 0)
        {
            return Figure.Refused("kWh", from, to, FigureProblem.NoReading) with { Missing = [name] };
        }

        var sources = known.GroupBy(day => day.Source).OrderBy(source => source.Key)
            .Select(source => (source.Key, Sum: source.Sum(day => day.KWh))).ToList();
        return new Figure
        {
            // Added by source as the lines are, so that the lines sum to the figure to the last bit.
            Value = sources.Sum(source => source.Sum),
            Unit = "kWh",
            From = from,
            To = to,
            Coverage = known.Sum(day => day.Coverage) / days.Count,
            Estimated = known.Sum(day => day.Estimated),
            Lines = [.. sources.Select(source => new FigureLine($"{carrier}/{source.Key}", source.Sum, CarrierWords.Unit(carrier), null, source.Sum))],
        };
    }
}
