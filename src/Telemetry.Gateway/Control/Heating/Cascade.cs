namespace Telemetry.Gateway.Control.Heating;

/// <summary>Several boilers, one after another: which should run. Pure, and advice: the sequence stays with the local controller.</summary>
/// <remarks>
/// The next boiler comes when the lead one has given over 90 % for 30 min (BOPTEST office case); it goes when what is asked fits in the others with 20 % to
/// spare. The lead turns weekly, to the boiler with the fewest hours. In deep cold (design + 3 K) all of them are ready.
/// </remarks>
internal static class Cascade
{
    /// <summary>Mean load over which those that run are full.</summary>
    internal const double Full = 0.9;

    private const double Spare = 0.8;
    private static readonly TimeSpan FullFor = TimeSpan.FromMinutes(30);

    /// <summary>The boilers in the order in which they start: fewest hours first.</summary>
    internal static IReadOnlyList<int> Order(IReadOnlyList<double> hours) => [.. Enumerable.Range(0, hours.Count).OrderBy(boiler => hours[boiler]).ThenBy(boiler => boiler)];

    /// <summary>How many should run.</summary>
    /// <param name="running">How many do.</param>
    /// <param name="total">How many there are; at least one.</param>
    /// <param name="load">Mean load of those that run, 0 to 1.</param>
    /// <param name="fullSince">Since when they have given over 90 %; null when they do not.</param>
    /// <param name="now">The instant.</param>
    /// <param name="outdoor">°C.</param>
    /// <param name="designOutdoor">°C.</param>
    internal static int Wanted(int running, int total, double load, DateTimeOffset? fullSince, DateTimeOffset now, double outdoor, double designOutdoor)
    {
        if (outdoor < designOutdoor + 3)
        {
            return total;
        }

        if (running < total && load > Full && fullSince is { } since && now - since >= FullFor)
        {
            return running + 1;
        }

        return running > 1 && load * running <= (running - 1) * Spare ? running - 1 : Math.Clamp(running, 1, total);
    }
}
