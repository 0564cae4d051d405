using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Climate;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>Degree days of a period and of the same days of every year the station knows: what « at the mean climate » means.</summary>
internal sealed class ClimateMean(Outdoor outdoor)
{
    /// <summary>How they are counted: base 18 °C, professional method, as the regulation reads it.</summary>
    internal const DegreeDayMethod Method = DegreeDayMethod.Professional;

    private const int FarthestYears = 20;

    /// <summary>The adjustment of a period; null when the station does not know it, or knows no other year.</summary>
    internal ClimateAdjustment? Of(EstatePeriod period)
    {
        var days = outdoor.Extremes;
        if (days.Count == 0 || Heating(days, period.From, period.To) is not { } now)
        {
            return null;
        }

        var all = Enumerable.Range(-FarthestYears, (2 * FarthestYears) + 1)
            .Select(shift => (From: period.From.AddYears(shift), To: period.To.AddYears(shift)))
            .Where(span => span.From >= days[0].Day && span.To <= days[^1].Day.AddDays(1))
            .Select(span => Heating(days, span.From, span.To)).OfType<double>().ToList();
        return all.Count < 2 ? null : new ClimateAdjustment(now, all.Average(), 0, 0);
    }

    private static double? Heating(IReadOnlyList<DayTemperature> days, DateOnly from, DateOnly to) =>
        DegreeDaySum.HeatingFigure(days, from, to, DegreeDays.UsualBase, Method) is { Problem: FigureProblem.None } figure ? figure.Value : null;
}
