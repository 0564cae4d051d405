namespace Telemetry.Analytics.Indicators.Tertiary;

/// <summary>Absolute threshold of a site. An estimate, not a certification.</summary>
public static class CabsThreshold
{
    /// <summary>Unit of the threshold by area.</summary>
    public const string Unit = "kWh/m²";

    /// <summary>Mean of the activities' Cabs weighted by their floor area, kWh/m²·year.</summary>
    /// <param name="activities">All activities of the site.</param>
    /// <param name="from">Start of the year meant.</param>
    /// <param name="to">End of it.</param>
    /// <returns>Refused (<see cref="FigureProblem.NoTable"/>, naming it) when one activity has no published value: it blocks the whole site.</returns>
    public static Figure Of(IReadOnlyList<OfficeActivity> activities, DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Count == 0 || activities.Any(activity => !(activity.AreaM2 > 0)))
        {
            return Figure.Refused(Unit, from, to, FigureProblem.NoDenominator);
        }

        var unknown = activities.Where(activity => !double.IsFinite(activity.Cabs)).Select(activity => activity.Name).ToList();
        if (unknown.Count > 0)
        {
            return Figure.Refused(Unit, from, to, FigureProblem.NoTable) with { Missing = unknown };
        }

        var area = activities.Sum(activity => activity.AreaM2);
        return new Figure
        {
            Value = activities.Sum(activity => activity.Cabs * activity.AreaM2) / area,
            Unit = Unit,
            From = from,
            To = to,
            Coverage = 1,
            Lines =
            [
                .. activities.Select(activity => new FigureLine(activity.Name, activity.AreaM2, "m²", null, activity.Cabs * activity.AreaM2 / area)
                {
                    Note = LineNote.Estimate,
                }),
            ],
        };
    }
}
