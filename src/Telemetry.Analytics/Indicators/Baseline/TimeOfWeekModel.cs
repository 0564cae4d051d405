using MathNet.Numerics.LinearAlgebra;

namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>Time of week and temperature (TOWT): one level a slot of the week, and a piecewise linear effect of temperature, apart for occupied and empty slots.</summary>
/// <remarks>
/// Mathieu, Price, Kiliccote, Piette (LBNL, 2011). A slot is occupied when over 65 % of its points lie above a model of degree days alone (50 and 65 °F).
/// Temperature is cut into equal segments, at most six; a segment with too few points joins its neighbour.
/// </remarks>
public sealed class TimeOfWeekModel
{
    private readonly bool[] _occupied;
    private readonly Part _busy;
    private readonly Part _empty;

    private TimeOfWeekModel(bool[] occupied, Part busy, Part empty, FitStatistics statistics) =>
        (_occupied, _busy, _empty, Statistics) = (occupied, busy, empty, statistics);

    /// <summary>How well it fits its points; p counts every coefficient but one.</summary>
    public FitStatistics Statistics { get; private init; }

    /// <summary>Slots found occupied.</summary>
    public IReadOnlyList<bool> Occupied => _occupied;

    /// <summary>Expected use in a slot; NaN for a slot that the fit never saw or a temperature that is not a number.</summary>
    public double Predict(int slot, double temperature) => (_occupied[slot] ? _busy : _empty).Predict(slot, temperature);

    /// <summary>Fits a model.</summary>
    /// <param name="slots">Slot of the week of each point: 7 for days, 168 for hours.</param>
    /// <param name="uses">Use of each point, in time order, all known.</param>
    /// <param name="temperatures">Temperature of each point, all known.</param>
    /// <param name="slotCount">How many slots a week has.</param>
    /// <param name="lowPoint">Heating point of the occupancy test, in the unit of the temperatures: 10 °C, 50 °F.</param>
    /// <param name="highPoint">Cooling point of it: 18.3 °C, 65 °F.</param>
    /// <returns>Null with fewer than four points a slot.</returns>
    public static TimeOfWeekModel? Fit(
        IReadOnlyList<int> slots, IReadOnlyList<double> uses, IReadOnlyList<double> temperatures, int slotCount, double lowPoint = 10, double highPoint = 18.3)
    {
        ArgumentNullException.ThrowIfNull(slots);
        ArgumentNullException.ThrowIfNull(uses);
        ArgumentNullException.ThrowIfNull(temperatures);
        if (uses.Count < 4 * slotCount || slots.Count != uses.Count || temperatures.Count != uses.Count)
        {
            return null;
        }

        var occupied = Occupancy(slots, uses, temperatures, slotCount, lowPoint, highPoint);
        var all = Enumerable.Range(0, uses.Count).ToList();
        var busy = Part.Fit(all.FindAll(at => occupied[slots[at]]), slots, uses, temperatures, slotCount);
        var empty = Part.Fit(all.FindAll(at => !occupied[slots[at]]), slots, uses, temperatures, slotCount);
        var bare = new TimeOfWeekModel(occupied, busy, empty, FitStatistics.Of([], [], 0));
        var predicted = all.ConvertAll(at => bare.Predict(slots[at], temperatures[at]));
        return new TimeOfWeekModel(occupied, busy, empty, FitStatistics.Of([.. uses], [.. predicted], busy.Count + empty.Count - 1));
    }

    private static bool[] Occupancy(
        IReadOnlyList<int> slots, IReadOnlyList<double> uses, IReadOnlyList<double> temperatures, int slotCount, double lowPoint, double highPoint)
    {
        var rows = Matrix<double>.Build.Dense(uses.Count, 3, (row, column) => column switch
        {
            0 => 1,
            1 => Math.Max(0, lowPoint - temperatures[row]),
            _ => Math.Max(0, temperatures[row] - highPoint),
        });
        var fitted = rows * Solve(rows, uses);
        var (above, all) = (new int[slotCount], new int[slotCount]);
        for (var at = 0; at < uses.Count; at++)
        {
            all[slots[at]]++;
            above[slots[at]] += uses[at] > fitted[at] ? 1 : 0;
        }

        return [.. above.Zip(all, (over, count) => over > 0.65 * count)];
    }

    // The pseudo-inverse of the small normal matrix copes with a column that never varies (no warm day at all).
    private static Vector<double> Solve(Matrix<double> rows, IReadOnlyList<double> uses) =>
        rows.TransposeThisAndMultiply(rows).PseudoInverse() * rows.TransposeThisAndMultiply(Vector<double>.Build.DenseOfEnumerable(uses));

    /// <summary>One of the two regressions.</summary>
    private sealed record Part(double[] Bounds, int[] Column, Vector<double>? Coefficients)
    {
        private const int Segments = 6;
        private const int LeastPoints = 20;

        internal int Count => Coefficients?.Count ?? 0;

        internal double Predict(int slot, double temperature)
        {
            if (Coefficients is null || Column[slot] < 0 || double.IsNaN(temperature))
            {
                return double.NaN;
            }

            var sum = Coefficients[Column[slot]];
            for (var segment = 0; segment < Bounds.Length - 1; segment++)
            {
                sum += Coefficients[Count - Bounds.Length + 1 + segment] * Within(temperature, segment);
            }

            return sum;
        }

        internal static Part Fit(List<int> places, IReadOnlyList<int> slots, IReadOnlyList<double> uses, IReadOnlyList<double> temperatures, int slotCount)
        {
            var column = new int[slotCount];
            Array.Fill(column, -1);
            var columns = 0;
            foreach (var slot in places.Select(at => slots[at]).Distinct().Order())
            {
                column[slot] = columns++;
            }

            if (places.Count == 0)
            {
                return new Part([], column, null);
            }

            var part = new Part(Cuts([.. places.Select(at => temperatures[at])]), column, null);
            var rows = Matrix<double>.Build.Dense(places.Count, columns + part.Bounds.Length - 1, (row, at) => at < columns
                ? column[slots[places[row]]] == at ? 1 : 0
                : part.Within(temperatures[places[row]], at - columns));
            return part with { Coefficients = Solve(rows, [.. places.Select(at => uses[at])]) };
        }

        private static double[] Cuts(double[] temperatures)
        {
            var (low, high) = (temperatures.Min(), temperatures.Max());
            var cuts = new List<double> { low };
            for (var segment = 1; segment < Segments; segment++)
            {
                var cut = low + ((high - low) * segment / Segments);
                if (temperatures.Count(at => at >= cuts[^1] && at < cut) >= LeastPoints && temperatures.Count(at => at >= cut) >= LeastPoints)
                {
                    cuts.Add(cut);
                }
            }

            return [.. cuts, high];
        }

        // The first and last segment go on beyond the points.
        private double Within(double temperature, int segment)
        {
            var from = Bounds[segment];
            var reached = temperature - from;
            return segment == 0 ? Math.Min(reached, Bounds[1] - from) is var first && Bounds.Length == 2 ? reached : first
                : segment == Bounds.Length - 2 ? Math.Max(0, reached)
                : Math.Clamp(reached, 0, Bounds[segment + 1] - from);
        }
    }
}
