using Telemetry.Analytics.Indicators.Calendar;

namespace Telemetry.Analytics.Indicators.Load;

/// <summary>Everything <see cref="LoadFigures"/> needs, from one walk over the hours.</summary>
internal sealed class LoadSums
{
    private double _night;
    private double _closed;
    private double _closedDays;
    private double _lowestNight = double.PositiveInfinity;
    private int _peakAt = -1;

    internal static LoadSums Of(HourlyLoad load, BuildingCalendar? calendar)
    {
        var sums = new LoadSums();
        var open = calendar?.OpenHours(load.Grid);
        var grid = load.Grid;
        var kWh = load.KWh;
        var clocks = grid.Clock;
        var (nightSum, nightHours, nights, closed, closedDays, highest) = (0.0, 0, 0.0, 0.0, 0.0, double.NegativeInfinity);
        for (var day = 0; day < grid.Days.Count; day++)
        {
            var closedDay = calendar is not null && !calendar.OpensOn(grid.Days[day]);
            for (var hour = grid.First(day); hour < grid.First(day + 1); hour++)
            {
                var clock = clocks[hour];
                var night = clock is >= LoadFigures.NightFrom or < LoadFigures.NightTo;
                if (clock == LoadFigures.NightTo)
                {
                    sums._lowestNight = nightHours >= 6 ? Math.Min(sums._lowestNight, nightSum / nightHours) : sums._lowestNight;
                    (nightSum, nightHours) = (0, 0);
                }

                if (kWh[hour] is var energy && double.IsNaN(energy))
                {
                    continue;
                }

                (nightSum, nightHours) = night ? (nightSum + energy, nightHours + 1) : (nightSum, nightHours);
                nights += night ? energy : 0;
                closed += open is not null && !open[hour] ? energy : 0;
                closedDays += closedDay ? energy : 0;
                (sums._peakAt, highest) = energy > highest ? (hour, energy) : (sums._peakAt, highest);
            }
        }

        (sums._night, sums._closed, sums._closedDays) = (nights, closed, closedDays);
        return sums;
    }

    internal LoadFigures ToFigures(HourlyLoad load, bool calendar)
    {
        var (from, to) = (load.Grid.Start, load.Grid.End);
        Figure Figure(double value, string unit, string label, FigureProblem problem = FigureProblem.None) => load.Known == 0 || problem != FigureProblem.None
            ? Indicators.Figure.Refused(unit, from, to, load.Known == 0 ? FigureProblem.NoReading : problem)
            : new Figure { Value = value, Unit = unit, From = from, To = to, Coverage = load.Coverage, Lines = [new FigureLine(label, load.Known, "h", null, value)] };
        Figure Share(double part, string label, bool possible) =>
            Figure(part / load.Total, "", label, !possible ? FigureProblem.NoTable : load.Total > 0 ? FigureProblem.None : FigureProblem.NoDenominator);

        var peak = _peakAt < 0 ? double.NaN : load.KWh[_peakAt];
        return new LoadFigures
        {
            Energy = Figure(load.Total, "kWh", "Energy"),
            NightShare = Share(_night, "Night", possible: true),
            ClosedEnergy = Figure(_closed, "kWh", "Closed", calendar ? FigureProblem.None : FigureProblem.NoTable),
            ClosedShare = Share(_closed, "Closed", calendar),
            ClosedDayShare = Share(_closedDays, "ClosedDays", calendar),
            Peak = Figure(peak, "kW", "Peak") is var highest && _peakAt >= 0
                ? highest with { From = load.Grid.At(_peakAt), To = load.Grid.At(_peakAt + 1), Coverage = load.Coverage }
                : highest,
            LoadFactor = Figure(load.Known > 0 ? load.Total / load.Known / peak : double.NaN, "", "LoadFactor", peak > 0 ? FigureProblem.None : FigureProblem.NoDenominator),
            NightMinimum = Figure(_lowestNight, "kW", "Night", double.IsInfinity(_lowestNight) ? FigureProblem.TooFewPoints : FigureProblem.None),
        };
    }
}
