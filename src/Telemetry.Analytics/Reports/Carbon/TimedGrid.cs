using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Carbon;

namespace Telemetry.Analytics.Reports.Carbon;

/// <summary>Emissions of the estate's electricity with the grid's intensity of each hour: for « when to run », never for accounts.</summary>
/// <param name="Grid">The intensity's name.</param>
/// <param name="Perimeter">What it counts.</param>
/// <param name="Emissions">A line a building; its coverage is the time with both energy and intensity.</param>
/// <param name="KWh">Energy that has an intensity.</param>
public sealed record TimedGrid(string Grid, IntensityPerimeter Perimeter, Figure Emissions, double KWh)
{
    /// <summary>g for each kWh of it; NaN when nothing is known.</summary>
    public double GramsPerKWh => Emissions.Problem == FigureProblem.None && KWh > 0 ? Emissions.Value * 1000 / KWh : double.NaN;
}
