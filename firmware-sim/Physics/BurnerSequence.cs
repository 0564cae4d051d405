namespace FirmwareSim.Physics;

/// <summary>A controller's own sequence: the first burner leads, the next follows when those that burn have been full for a while, and goes when the others carry the load alone.</summary>
/// <remarks>The lead never turns: many old sequencers have a switch for it that nobody touches.</remarks>
internal sealed class BurnerSequence(int burners)
{
    private const double FullFor = 600;
    private const double LittleFor = 300;
    private const double Spare = 0.8;
    private double _full;
    private double _little;

    /// <summary>How many burners may burn, from the first on.</summary>
    internal int Released { get; private set; } = 1;

    /// <summary>One step.</summary>
    /// <param name="seconds">Length of the step.</param>
    /// <param name="load">Sum of the firing rates, in burners.</param>
    internal void Step(double seconds, double load)
    {
        _full = load >= Burner.Full * Released ? _full + seconds : 0;
        _little = Released > 1 && load <= Spare * (Released - 1) ? _little + seconds : 0;
        if (_full >= FullFor && Released < burners)
        {
            (Released, _full) = (Released + 1, 0);
        }
        else if (_little >= LittleFor)
        {
            (Released, _little) = (Released - 1, 0);
        }
    }

    internal double[] Remember() => [Released, _full, _little];

    internal void Recall(double[] memory)
    {
        if (memory is [var released, var full, var little])
        {
            (Released, _full, _little) = ((int)released, full, little);
        }
    }
}
