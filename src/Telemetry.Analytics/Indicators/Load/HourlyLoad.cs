using Telemetry.Analytics.Indicators.Calendar;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Indicators.Load;

/// <summary>Energy of each hour of a grid: the same number is the hour's mean power in kW.</summary>
public sealed class HourlyLoad
{
    private readonly double[] _kWh;

    /// <summary>A load from values.</summary>
    /// <param name="grid">The hours.</param>
    /// <param name="kWh">One value an hour; NaN where unknown. Negative and infinite values are unknown too: an import register never gives them.</param>
    public HourlyLoad(HourGrid grid, IReadOnlyList<double> kWh)
        : this(grid, [.. kWh ?? throw new ArgumentNullException(nameof(kWh))])
    {
    }

    /// <summary>Takes the values as they are, without copying them.</summary>
    private HourlyLoad(HourGrid grid, double[] kWh)
    {
        ArgumentNullException.ThrowIfNull(grid);
        if (kWh.Length != grid.Hours)
        {
            throw new ArgumentException("One value an hour of the grid.", nameof(kWh));
        }

        (Grid, _kWh) = (grid, kWh);
        for (var hour = 0; hour < _kWh.Length; hour++)
        {
            if (_kWh[hour] >= 0 && _kWh[hour] < double.PositiveInfinity)
            {
                Known++;
                Total += _kWh[hour];
            }
            else
            {
                _kWh[hour] = double.NaN;
            }
        }
    }

    /// <summary>A load from the hours of a register in kWh: an hour whose use is known for less than half of it is unknown.</summary>
    public static HourlyLoad Of(HourGrid grid, IReadOnlyList<Slice> hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        var kWh = new double[hours.Count];
        for (var hour = 0; hour < kWh.Length; hour++)
        {
            var slice = hours[hour];
            kWh[hour] = 2 * slice.Known.Ticks > (slice.To - slice.From).Ticks ? slice.Amount : double.NaN;
        }

        return new HourlyLoad(grid, kWh);
    }

    /// <summary>The hours.</summary>
    public HourGrid Grid { get; }

    /// <summary>kWh of each hour, kW of its mean power; NaN where unknown.</summary>
    public ReadOnlySpan<double> KWh => _kWh;

    /// <summary>Hours that are known.</summary>
    public int Known { get; }

    /// <summary>Energy of the known hours, kWh.</summary>
    public double Total { get; }

    /// <summary>Share of the hours that are known.</summary>
    public double Coverage => (double)Known / _kWh.Length;
}
