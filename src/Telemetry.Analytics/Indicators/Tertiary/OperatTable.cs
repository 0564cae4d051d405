using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Indicators.Tertiary;

/// <summary>The table a declaration on OPERAT is filled from, due by 30 September for the year before.</summary>
/// <remarks>OPERAT sums kWh PCI of raw consumption. A line that cannot be declared stays in the table with its problems: nothing is left out.</remarks>
public static class OperatTable
{
    /// <summary>Least coverage of the year.</summary>
    public const double LeastCoverage = 0.95;

    /// <summary>Last day of the declaration of a year.</summary>
    public static DateOnly Deadline(int year) => new(year + 1, 9, 30);

    /// <summary>One row an entity and energy, in the order given.</summary>
    public static IReadOnlyList<OperatRow> Of(IEnumerable<OperatEntity> entities)
    {
        ArgumentNullException.ThrowIfNull(entities);
        return [.. entities.SelectMany(entity => entity.Consumption.Count == 0 ? [Empty(entity)] : entity.Consumption.GroupBy(one => (one.Carrier, one.Unit)).Select(group => Row(entity, [.. group])))];
    }

    private static OperatRow Empty(OperatEntity entity) =>
        new(entity, Carrier.None, double.NaN, "", double.NaN, double.NaN, 0, [FigureProblem.NoReading]);

    private static OperatRow Row(OperatEntity entity, List<Activity> activities)
    {
        var (carrier, unit, quantity) = (activities[0].Carrier, activities[0].Unit, activities.Sum(activity => activity.Quantity));
        var deducted = carrier == Carrier.Electricity ? entity.VehicleChargingKWh : 0;
        var pci = Fuels.KWhPci(carrier, quantity, unit) is { } converted ? converted - deducted : double.NaN;
        var year = TimeSpan.FromDays(DateTime.IsLeapYear(entity.Year) ? 366 : 365) * entity.Months / 12;
        var coverage = Math.Min(1, activities.Sum(activity => (activity.To - activity.From) * activity.Coverage / year));
        List<(FigureProblem Problem, bool Is)> checks =
        [
            (FigureProblem.UnknownUnit, Fuels.KWhPci(carrier, 1, unit) is null),
            (FigureProblem.ImpossibleValue, pci < 0 || quantity < 0 || double.IsInfinity(quantity) || entity.Months is < 1 or > 12),
            (FigureProblem.NoReading, double.IsNaN(quantity)),
            (FigureProblem.NoDenominator, entity.AreaM2 is not > 0),
            (FigureProblem.LowCoverage, LeastCoverage > coverage),
            (FigureProblem.AbsurdDate, entity.Year is < 2010 or >= PeriodCheck.EndYear || activities.Exists(activity => PeriodCheck.Of(activity.From, activity.To) != FigureProblem.None)),
        ];
        return new OperatRow(
            entity, carrier, quantity, unit, pci, entity.AreaM2 is > 0 and var area ? pci / area : double.NaN, coverage,
            [.. checks.Where(check => check.Is).Select(check => check.Problem)]);
    }
}
