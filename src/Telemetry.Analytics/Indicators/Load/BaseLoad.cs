using MathNet.Numerics.Statistics;

namespace Telemetry.Analytics.Indicators.Load;

/// <summary>The power that never goes: 5th percentile of hourly power.</summary>
/// <remarks>Definition ours (docs/indicators.md): four weeks hold each hour of the week four times, and the percentile leaves out a few false lows.</remarks>
public static class BaseLoad
{
    /// <summary>The percentile.</summary>
    public const double Percentile = 0.05;

    /// <summary>Hours of four weeks.</summary>
    public const int Window = 28 * 24;

    /// <summary>Base load of the last four weeks of a load, kW; refused when under 90 % of them are known or there are fewer than four weeks.</summary>
    public static Figure LastFourWeeks(HourlyLoad load)
    {
        ArgumentNullException.ThrowIfNull(load);
        var grid = load.Grid;
        var first = Math.Max(0, grid.Hours - Window);
        var (from, to) = (grid.At(first), grid.End);
        var known = Known(load.KWh[first..]);
        if (grid.Hours < Window - 1)
        {
            return Figure.Refused("kW", from, to, FigureProblem.TooFewPoints);
        }

        var share = (double)known.Length / (grid.Hours - first);
        return known.Length == 0 ? Figure.Refused("kW", from, to, FigureProblem.NoReading)
            : share < Comparison.LeastCoverage ? Figure.Refused("kW", from, to, FigureProblem.LowCoverage)
            : new Figure { Value = Of(known), Unit = "kW", From = from, To = to, Coverage = share, Lines = [new FigureLine("BaseLoad", known.Length, "h", null, Of(known))] };
    }

    /// <summary>Base load of each whole week from the first day on, kW; NaN where under half of a week is known.</summary>
    public static double[] Weekly(HourlyLoad load)
    {
        ArgumentNullException.ThrowIfNull(load);
        var weeks = new double[load.Grid.Days.Count / 7];
        for (var week = 0; week < weeks.Length; week++)
        {
            var known = Known(load.KWh[load.Grid.First(week * 7)..load.Grid.First((week + 1) * 7)]);
            weeks[week] = known.Length < 84 ? double.NaN : Of(known);
        }

        return weeks;
    }

    /// <summary>5th percentile of powers that are all known; they are put in another order.</summary>
    public static double Of(double[] known) => ArrayStatistics.QuantileInplace(known, Percentile);

    private static double[] Known(ReadOnlySpan<double> kWh)
    {
        var known = new double[kWh.Length];
        var count = 0;
        foreach (var value in kWh)
        {
            if (!double.IsNaN(value))
            {
                known[count++] = value;
            }
        }

        return known[..count];
    }
}
