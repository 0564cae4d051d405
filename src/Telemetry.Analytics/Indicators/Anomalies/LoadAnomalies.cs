using MathNet.Numerics.Statistics;
using Telemetry.Analytics.Indicators.Cost;
using Telemetry.Analytics.Indicators.Load;

namespace Telemetry.Analytics.Indicators.Anomalies;

/// <summary>Anomalies that an hourly series shows by itself.</summary>
public static class LoadAnomalies
{
    private const int HoursOfAYear = 8760;

    /// <summary>Steps up of the base load: the median of four weeks over that of the eight before by a fifth and by <paramref name="leastKW"/>.</summary>
    /// <returns>The stake is that of a year at the new level; steps less than four weeks apart are one.</returns>
    public static IReadOnlyList<Anomaly> BaseLoadSteps(HourlyLoad load, double leastKW = 0.3)
    {
        ArgumentNullException.ThrowIfNull(load);
        var weeks = BaseLoad.Weekly(load);
        var steps = new List<Anomaly>();
        for (var week = 4; week + 3 <= weeks.Length; week++)
        {
            var (before, after) = (Median(weeks[Math.Max(0, week - 8)..week], 4), Median(weeks[week..Math.Min(weeks.Length, week + 4)], 3));
            if (!(after - before > Math.Max(0.2 * before, leastKW)) || !(weeks[week] > before + ((after - before) / 2)))
            {
                continue;
            }

            var (from, to) = (load.Grid.At(load.Grid.First(week * 7)), load.Grid.At(load.Grid.First(Math.Min(weeks.Length, week + 4) * 7)));
            steps.Add(new Anomaly(AnomalyKind.BaseLoadStep, from, to, (after - before) * HoursOfAYear, "kWh", ByYear: true)
            {
                Evidence = [new FigureLine("Before", before, "kW", null, before), new FigureLine("Now", after, "kW", null, after)],
            });
            week += 4;
        }

        return steps;
    }

    /// <summary>Nights in a row in which the flow never stops between 2 and 5 h: a leak, a tap, a pilot.</summary>
    /// <param name="flow">m³ of water or gas by hour.</param>
    /// <param name="least">Flow below which a night counts as still, m³/h.</param>
    /// <param name="nights">Nights in a row that make an alert.</param>
    /// <returns>The stake is the lowest night flow over all hours of the run.</returns>
    public static IReadOnlyList<Anomaly> NightFlows(HourlyLoad flow, double least, int nights = 3)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var grid = flow.Grid;
        var found = new List<Anomaly>();
        var run = new List<double>();
        for (var day = 0; day <= grid.Days.Count; day++)
        {
            var lowest = double.PositiveInfinity;
            for (var hour = day < grid.Days.Count ? grid.First(day) : grid.Hours; hour < grid.Hours && grid.Clock[hour] < 5 && grid.Day[hour] == day; hour++)
            {
                // Unknown hours keep the night from being called a flow.
                lowest = grid.Clock[hour] >= 2 ? Math.Min(lowest, double.IsNaN(flow.KWh[hour]) ? 0 : flow.KWh[hour]) : lowest;
            }

            if (lowest > least && double.IsFinite(lowest))
            {
                run.Add(lowest);
                continue;
            }

            if (run.Count >= nights)
            {
                found.Add(new Anomaly(AnomalyKind.NightFlow, grid.At(grid.First(day - run.Count)), grid.At(grid.First(day)), run.Min() * 24 * run.Count, "m³", ByYear: false)
                {
                    Evidence = [new FigureLine("Night", run.Min(), "m³/h", null, run.Min())],
                });
            }

            run.Clear();
        }

        return found;
    }

    /// <summary>Hours heated and cooled at once, neighbouring days as one run.</summary>
    /// <param name="heating">kWh by hour.</param>
    /// <param name="cooling">kWh by hour, same grid.</param>
    /// <param name="least">Below this an hour's heating or cooling is standby, kWh.</param>
    /// <returns>The stake is the smaller of the two, hour by hour.</returns>
    public static IReadOnlyList<Anomaly> HeatingAndCooling(HourlyLoad heating, HourlyLoad cooling, double least)
    {
        ArgumentNullException.ThrowIfNull(heating);
        ArgumentNullException.ThrowIfNull(cooling);
        var grid = heating.Grid;
        var byDay = new double[grid.Days.Count];
        for (var hour = 0; hour < Math.Min(grid.Hours, cooling.Grid.Hours); hour++)
        {
            if (Math.Min(heating.KWh[hour], cooling.KWh[hour]) is var both && both > least)
            {
                byDay[grid.Day[hour]] += both;
            }
        }

        return
        [
            .. Runs(Enumerable.Range(0, byDay.Length).Where(day => byDay[day] > 0)).Select(run => new Anomaly(
                AnomalyKind.HeatingAndCooling, grid.At(grid.First(run.First)), grid.At(grid.First(run.Last + 1)),
                Enumerable.Range(run.First, run.Last - run.First + 1).Sum(day => byDay[day]), "kWh", ByYear: false)),
        ];
    }

    /// <summary>A year's peak against the subscribed power; nothing when it fits or cannot be said.</summary>
    public static IReadOnlyList<Anomaly> PowerOutOfRange(HourlyLoad load, double? subscribedKW)
    {
        ArgumentNullException.ThrowIfNull(load);
        var peak = LoadFigures.Of(load).Peak;
        var (from, to) = (load.Grid.Start, load.Grid.End);
        return SubscribedPower.Of(peak, subscribedKW, to - from).Verdict switch
        {
            SubscribedPowerVerdict.TooSmall => [new Anomaly(AnomalyKind.SubscribedPowerTooSmall, peak.From, peak.To, peak.Value - subscribedKW!.Value, "kW", ByYear: false)],
            SubscribedPowerVerdict.TooLarge => [new Anomaly(AnomalyKind.SubscribedPowerTooLarge, from, to, subscribedKW!.Value - peak.Value, "kW", ByYear: true)],
            _ => [],
        };
    }

    /// <summary>Runs of unknown hours of a day and more.</summary>
    public static IReadOnlyList<Anomaly> MissingData(HourlyLoad load, int leastHours = 24)
    {
        ArgumentNullException.ThrowIfNull(load);
        var missing = new List<int>();
        for (var hour = 0; hour < load.Grid.Hours; hour++)
        {
            if (double.IsNaN(load.KWh[hour]))
            {
                missing.Add(hour);
            }
        }

        return
        [
            .. Runs(missing).Where(run => run.Last - run.First + 1 >= leastHours)
                .Select(run => new Anomaly(AnomalyKind.MissingData, load.Grid.At(run.First), load.Grid.At(run.Last + 1), double.NaN, "kWh", ByYear: false)),
        ];
    }

    /// <summary>Neighbouring numbers as runs.</summary>
    internal static IEnumerable<(int First, int Last)> Runs(IEnumerable<int> ordered)
    {
        (int First, int Last)? run = null;
        foreach (var one in ordered)
        {
            if (run is { } open && one == open.Last + 1)
            {
                run = (open.First, one);
                continue;
            }

            if (run is { } done)
            {
                yield return done;
            }

            run = (one, one);
        }

        if (run is { } last)
        {
            yield return last;
        }
    }

    private static double Median(double[] weeks, int least) => weeks.Where(double.IsFinite).ToArray() is { } known && known.Length >= least ? ArrayStatistics.MedianInplace(known) : double.NaN;
}
