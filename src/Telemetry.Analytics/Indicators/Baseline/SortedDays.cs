namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>Days sorted by temperature with running sums: the least squares of any pair of change points then cost a few operations.</summary>
/// <remarks>
/// With h = (T₁ − T)⁺ and c = (T − T₂)⁺, T₁ ≤ T₂, the sums Σh, Σh², Σh·y are polynomials in T₁ of sums over the days colder than T₁ (alike for c), and
/// Σh·c is 0: h and c are never positive on the same day. Uses are taken from their mean so that nothing large cancels.
/// </remarks>
internal sealed class SortedDays
{
    private readonly double[] _x;
    private readonly double[] _sumX;
    private readonly double[] _sumXx;
    private readonly double[] _sumY;
    private readonly double[] _sumXy;
    private readonly double _middle;

    internal SortedDays(ReadOnlySpan<double> temperatures, ReadOnlySpan<double> uses)
    {
        N = temperatures.Length;
        _x = temperatures.ToArray();
        var y = uses.ToArray();
        Array.Sort(_x, y);
        (_sumX, _sumXx, _sumY, _sumXy) = (new double[N + 1], new double[N + 1], new double[N + 1], new double[N + 1]);
        (Lowest, Highest) = (_x[0], _x[^1]);
        foreach (var use in y)
        {
            MeanUse += use / N;
        }

        _middle = (Lowest + Highest) / 2;
        for (var at = 0; at < N; at++)
        {
            _x[at] -= _middle;
            var (x, dy) = (_x[at], y[at] - MeanUse);
            Sst += dy * dy;
            _sumX[at + 1] = _sumX[at] + x;
            _sumXx[at + 1] = _sumXx[at] + (x * x);
            _sumY[at + 1] = _sumY[at] + dy;
            _sumXy[at + 1] = _sumXy[at] + (x * dy);
        }
    }

    internal int N { get; }

    internal double Lowest { get; }

    internal double Highest { get; }

    internal double MeanUse { get; }

    /// <summary>Squared deviations of the uses from their mean.</summary>
    internal double Sst { get; }

    /// <summary>Sums of (point − T)⁺.</summary>
    internal DegreeSums Heating(double point)
    {
        var t = point - _middle;
        var below = First(t);
        return new DegreeSums(
            below,
            (below * t) - _sumX[below],
            (below * t * t) - (2 * t * _sumX[below]) + _sumXx[below],
            (t * _sumY[below]) - _sumXy[below]);
    }

    /// <summary>Sums of (T − point)⁺.</summary>
    internal DegreeSums Cooling(double point)
    {
        var t = point - _middle;
        var from = First(t);
        while (from < N && _x[from] <= t)
        {
            from++;
        }

        var above = N - from;
        var (sumX, sumXx, sumY, sumXy) = (_sumX[N] - _sumX[from], _sumXx[N] - _sumXx[from], _sumY[N] - _sumY[from], _sumXy[N] - _sumXy[from]);
        return new DegreeSums(above, sumX - (above * t), sumXx - (2 * t * sumX) + (above * t * t), sumXy - (t * sumY));
    }

    /// <summary>The straight line: slope, and how much of Sst it leaves.</summary>
    internal (double Slope, double Sse) Line()
    {
        var xx = _sumXx[N] - (_sumX[N] * _sumX[N] / N);
        return xx > 0 ? (_sumXy[N] / xx, Sst - (_sumXy[N] * _sumXy[N] / xx)) : (double.NaN, double.NaN);
    }

    /// <summary>Place of the first day not colder than a (shifted) temperature.</summary>
    private int First(double t)
    {
        var (low, high) = (0, N);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_x[middle] < t)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
