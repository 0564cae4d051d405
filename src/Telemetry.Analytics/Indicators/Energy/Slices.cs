using System.Runtime.InteropServices;

namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>Cuts what a register counted at given edges.</summary>
public static class Slices
{
    /// <summary>One slice between each two edges; what lies outside the first and last edge is left out.</summary>
    /// <param name="intervals">In time order, without overlap.</param>
    /// <param name="edges">In time order, at least two.</param>
    /// <param name="longestStep">Beyond this, the time between two readings is a gap.</param>
    public static IReadOnlyList<Slice> Cut(
        IReadOnlyList<CounterInterval> intervals, IReadOnlyList<DateTimeOffset> edges, TimeSpan longestStep)
    {
        ArgumentNullException.ThrowIfNull(intervals);
        ArgumentNullException.ThrowIfNull(edges);
        ReadOnlySpan<CounterInterval> counted = intervals is List<CounterInterval> list ? CollectionsMarshal.AsSpan(list) : [.. intervals];
        var slices = new Slice[Math.Max(0, edges.Count - 1)];
        var next = 0;
        var end = slices.Length > 0 ? edges[0] : default;
        for (var place = 0; place < slices.Length; place++)
        {
            var start = end;
            end = edges[place + 1];
            while (next < counted.Length && counted[next].To <= start)
            {
                next++;
            }

            // Most registers are read on the hour: then the interval is the slice.
            if (next < counted.Length && counted[next].Is(start, end, longestStep))
            {
                slices[place] = new Slice(start, end, counted[next].Amount, 0, end - start, end - start);
                continue;
            }

            var slice = Slice.Empty(start, end);
            for (var at = next; at < counted.Length && counted[at].From < slice.To; at++)
            {
                slice = slice.With(in counted[at], longestStep);
            }

            slices[place] = slice;
        }

        return slices;
    }

    /// <summary>All slices as one, from the first's start to the last's end.</summary>
    /// <param name="slices">In time order, each starting where the one before ends; at least one.</param>
    public static Slice Join(IReadOnlyList<Slice> slices)
    {
        ArgumentNullException.ThrowIfNull(slices);
        return slices.Aggregate(Slice.Empty(slices[0].From, slices[^1].To), static (all, slice) => all with
        {
            Amount = all.Amount + slice.Amount,
            Estimated = all.Estimated + slice.Estimated,
            Measured = all.Measured + slice.Measured,
            Known = all.Known + slice.Known,
        });
    }
}
