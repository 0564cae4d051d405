namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>A series of intensities at an even step.</summary>
/// <remarks>A point that lacks is the mean of the same time of day over the last seven days, marked estimated; never zero. With no such day either it is NaN.</remarks>
public sealed class IntensitySeries : IGridIntensity
{
    private const int Look = 7;
    private readonly double[] _grams;
    private readonly bool[] _estimated;
    private readonly DateTimeOffset _start;

    /// <summary>A series of points.</summary>
    /// <param name="name">Name, source and licence.</param>
    /// <param name="perimeter">What it counts.</param>
    /// <param name="step">Length of a step.</param>
    /// <param name="points">At least one, in any order; those off the step are put into the step they lie in, the first stands.</param>
    public IntensitySeries(string name, IntensityPerimeter perimeter, TimeSpan step, IReadOnlyCollection<IntensityPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, TimeSpan.Zero);
        if (points.Count == 0)
        {
            throw new ArgumentException("A series needs a point.", nameof(points));
        }

        (Name, Perimeter, Step, _start) = (name, perimeter, step, points.Min(point => point.At));
        var count = Place(points.Max(point => point.At)) + 1;
        (_grams, _estimated) = (new double[count], new bool[count]);
        Array.Fill(_grams, double.NaN);
        foreach (var point in points.Where(point => point.GramsPerKWh >= 0 && double.IsFinite(point.GramsPerKWh)))
        {
            var place = Place(point.At);
            if (double.IsNaN(_grams[place]))
            {
                (_grams[place], _estimated[place]) = (point.GramsPerKWh, point.Estimated);
            }
        }
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public IntensityPerimeter Perimeter { get; }

    /// <summary>Length of a step.</summary>
    public TimeSpan Step { get; }

    /// <inheritdoc />
    public IntensityPoint At(DateTimeOffset instant)
    {
        var place = Place(instant);
        var at = _start.AddTicks(place * Step.Ticks);
        if (place >= 0 && place < _grams.Length && double.IsFinite(_grams[place]))
        {
            return new IntensityPoint(at, _grams[place], _estimated[place]);
        }

        var (sum, days) = (0.0, 0);
        for (var day = 1; day <= Look; day++)
        {
            var before = Place(instant.AddDays(-day));
            if (before >= 0 && before < _grams.Length && double.IsFinite(_grams[before]))
            {
                (sum, days) = (sum + _grams[before], days + 1);
            }
        }

        return new IntensityPoint(at, days == 0 ? double.NaN : sum / days, Estimated: true);
    }

    private int Place(DateTimeOffset at)
    {
        var (steps, rest) = Math.DivRem((at - _start).Ticks, Step.Ticks);
        return (int)(rest < 0 ? steps - 1 : steps);
    }
}
