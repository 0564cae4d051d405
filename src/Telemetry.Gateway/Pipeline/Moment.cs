using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Pipeline;

/// <summary>What one device said at one moment, on its way through the pipeline together.</summary>
/// <remarks>A step that judges changes the samples where they are: until the moment is told to several, it is the step's alone.</remarks>
internal sealed class Moment
{
    private readonly Sample[] _samples;
    private readonly int[] _places;

    private Moment(Sample[] samples, int[] places, PointTable? points) => (_samples, _places, Points) = (samples, places, points);

    /// <summary>A moment of which nothing is told.</summary>
    internal static Moment Empty { get; } = new([], [], null);

    /// <summary>The table that its places are of; null when it is empty.</summary>
    internal PointTable? Points { get; }

    internal int Count => _samples.Length;

    /// <summary>In the order they were read.</summary>
    internal IReadOnlyList<Sample> Samples => _samples;

    /// <summary>The sample at an index.</summary>
    internal ref Sample this[int index] => ref _samples[index];

    /// <summary>A copy of samples, each with its place.</summary>
    internal static Moment Of(IReadOnlyList<Sample> samples, PointTable points)
    {
        var (copy, places) = (new Sample[samples.Count], new int[samples.Count]);
        for (var i = 0; i < copy.Length; i++)
        {
            copy[i] = samples[i];
            places[i] = points.PlaceOf(copy[i].Point);
        }

        return copy.Length == 0 ? Empty : new Moment(copy, places, points);
    }

    /// <summary>The place of the point of a sample, or <see cref="PointTable.Unknown"/>.</summary>
    internal int PlaceOf(int index) => _places[index];

    /// <summary>The samples whose index is kept; this very moment when all are.</summary>
    internal Moment Keep(ReadOnlySpan<bool> kept)
    {
        var count = kept.Count(true);
        if (count == Count)
        {
            return this;
        }

        var (samples, places) = (new Sample[count], new int[count]);
        for (int from = 0, to = 0; to < count; from++)
        {
            if (kept[from])
            {
                (samples[to], places[to]) = (_samples[from], _places[from]);
                to++;
            }
        }

        return count == 0 ? Empty : new Moment(samples, places, Points);
    }
}
