namespace Telemetry.Model.Measures;

/// <summary>What a writable point accepts, both ends included, in the point's unit.</summary>
public sealed record Bounds
{
    /// <summary>Makes the bounds.</summary>
    /// <param name="min">Smallest value accepted.</param>
    /// <param name="max">Largest value accepted; at least <paramref name="min"/>.</param>
    /// <param name="step">Smallest change, above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The maximum is under the minimum, or the step is not above zero.</exception>
    public Bounds(double min, double max, double step)
    {
        if (!(max >= min))
        {
            throw new ArgumentOutOfRangeException(nameof(max), max, "The maximum is under the minimum.");
        }

        if (!(step > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(step), step, "The step must be above zero.");
        }

        (Min, Max, Step) = (min, max, step);
    }

    /// <summary>Smallest value accepted.</summary>
    public double Min { get; }

    /// <summary>Largest value accepted.</summary>
    public double Max { get; }

    /// <summary>Smallest change.</summary>
    public double Step { get; }

    /// <summary>Whether the value lies within; false for NaN.</summary>
    public bool Contains(double value) => value >= Min && value <= Max;
}
