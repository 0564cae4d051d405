using Telemetry.Analytics.Indicators.Tertiary;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>The estate year by year against the path of Éco Énergie Tertiaire.</summary>
/// <param name="Years">Whole civil years, the oldest first.</param>
/// <param name="ReferenceYear">The year compared with; null when no year is whole.</param>
/// <param name="Reference">Its adjusted energy, kWh PCI; NaN without.</param>
public sealed record EstateYears(IReadOnlyList<TrajectoryYear> Years, int? ReferenceYear, double Reference)
{
    /// <summary>Where the straight way from the reference to the next milestone is in a year, kWh PCI; NaN without reference.</summary>
    public double Path(int year) => ReferenceYear is { } reference && year >= reference ? new Trajectory(reference, Reference, year, Reference).Path : double.NaN;

    /// <summary>A year against the way; null without reference or without that year's figure.</summary>
    public Trajectory? Of(TrajectoryYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        return ReferenceYear is { } reference && year.Adjusted.Problem == Indicators.FigureProblem.None ? new Trajectory(reference, Reference, year.Year, year.Adjusted.Value) : null;
    }
}
