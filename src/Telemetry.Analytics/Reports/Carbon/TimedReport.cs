using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Imports.Mapping;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Indicators.Load;

namespace Telemetry.Analytics.Reports.Carbon;

/// <summary>Timed emissions of the estate's electricity, one figure for each imported intensity of the grid.</summary>
internal sealed class TimedReport(IImports imports)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // A point that lacks is the mean of the last seven days.
    private static readonly TimeSpan Look = TimeSpan.FromDays(8);

    /// <summary>Whether an intensity is known at all.</summary>
    internal bool Knows => imports.Series(SeriesNames.Intensities).Count > 0;

    /// <summary>The figures over the hours of loads that lie on one grid of hours.</summary>
    /// <param name="loads">Each building's hours of electricity, kWh.</param>
    internal IReadOnlyList<TimedGrid> Of(IReadOnlyList<(string Building, HourlyLoad Load)> loads) =>
        loads.Count == 0 ? [] : [.. imports.Series(SeriesNames.Intensities).Select(name => Of(name, loads)).OfType<TimedGrid>()];

    private TimedGrid? Of(string name, IReadOnlyList<(string Building, HourlyLoad Load)> loads)
    {
        var hours = loads[0].Load.Grid;
        var points = imports.Read(name, hours.Start - Look, hours.End);
        if (points.Count == 0 || name.Split('/') is not [_, var grid, var word] || !Enum.TryParse<IntensityPerimeter>(word, out var perimeter))
        {
            return null;
        }

        var step = points.GroupBy(point => point.To - point.From).MaxBy(same => same.Count())!.Key;
        var series = new IntensitySeries(grid, perimeter, step, [.. points.Select(point => new IntensityPoint(point.From, point.Value, point.Estimated))]);
        var parts = loads.Select(one => (one.Building, Carbon: Of(one.Load, series, step))).ToList();
        var figure = FigureSum.Of(TimedCarbon.Unit(perimeter), [.. parts.Select(part => part.Carbon.Emissions with
        {
            Lines = [.. part.Carbon.Emissions.Lines.Select(line => line with { Label = part.Building })],
            Missing = part.Carbon.Emissions.Problem == FigureProblem.None ? [] : [part.Building],
        })]);
        return new TimedGrid(grid, perimeter, figure, parts.Where(part => part.Carbon.Emissions.Problem == FigureProblem.None).Sum(part => part.Carbon.Emissions.Lines.Sum(line => line.Quantity)));
    }

    private static TimedCarbon Of(HourlyLoad load, IntensitySeries series, TimeSpan step)
    {
        var steps = new EnergyStep[load.Grid.Hours];
        for (var hour = 0; hour < steps.Length; hour++)
        {
            steps[hour] = new EnergyStep(load.Grid.At(hour), load.Grid.At(hour) + Hour, load.KWh[hour]);
        }

        return TimedCarbon.Of(steps, series, step);
    }
}
