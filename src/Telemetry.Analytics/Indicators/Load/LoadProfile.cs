namespace Telemetry.Analytics.Indicators.Load;

/// <summary>Mean power by weekday and clock hour, kW.</summary>
public sealed class LoadProfile
{
    private readonly double[] _sum = new double[7 * 24];
    private readonly int[] _count = new int[7 * 24];

    /// <summary>The profile of a load.</summary>
    public LoadProfile(HourlyLoad load)
    {
        ArgumentNullException.ThrowIfNull(load);
        var grid = load.Grid;
        var kWh = load.KWh;
        for (var day = 0; day < grid.Days.Count; day++)
        {
            var row = (int)grid.Days[day].DayOfWeek * 24;
            for (var hour = grid.First(day); hour < grid.First(day + 1); hour++)
            {
                if (!double.IsNaN(kWh[hour]))
                {
                    _sum[row + grid.Clock[hour]] += kWh[hour];
                    _count[row + grid.Clock[hour]]++;
                }
            }
        }
    }

    /// <summary>Mean power of a weekday's clock hour, kW; NaN where no hour is known.</summary>
    public double At(DayOfWeek day, int hour) => _count[((int)day * 24) + hour] is > 0 and var count ? _sum[((int)day * 24) + hour] / count : double.NaN;

    /// <summary>How many hours a mean is made of.</summary>
    public int Count(DayOfWeek day, int hour) => _count[((int)day * 24) + hour];
}
