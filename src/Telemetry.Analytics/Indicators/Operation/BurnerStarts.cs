using Telemetry.Model.Samples;

namespace Telemetry.Analytics.Indicators.Operation;

/// <summary>How often a burner starts and how long it runs. Pure.</summary>
/// <remarks>Targets: 3 starts an hour on the mean, 6 at most, runs of 10 minutes and more.</remarks>
/// <param name="PerHour">Starts an hour over the hours known; of several burners, of one of them.</param>
/// <param name="MostPerHour">Most starts in any hour of the clock.</param>
/// <param name="MeanRun">Mean run, minutes; refused when it never ran.</param>
public sealed record BurnerStarts(Figure PerHour, Figure MostPerHour, Figure MeanRun)
{
    /// <summary>Over a period.</summary>
    /// <param name="burner">1 while it burns, 0 while it does not, in time order; told at each change and at least each <paramref name="longestStep"/>.</param>
    /// <param name="from">Begin, UTC.</param>
    /// <param name="to">End, excluded, UTC.</param>
    /// <param name="longestStep">How long a value stands by itself; what is beyond is unknown.</param>
    public static BurnerStarts Of(IReadOnlyList<Sample> burner, DateTimeOffset from, DateTimeOffset to, TimeSpan longestStep) => Of(Sum(burner, from, to, longestStep), from, to);

    /// <summary>Of what the stretches of a period, and several burners, add up to.</summary>
    internal static BurnerStarts Of(BurnerSums sums, DateTimeOffset from, DateTimeOffset to, int burners = 1)
    {
        if (sums.Known == TimeSpan.Zero)
        {
            Figure Unknown(string unit) => Figure.Refused(unit, from, to, FigureProblem.NoReading);
            return new BurnerStarts(Unknown("1/h"), Unknown("1/h"), Unknown("min"));
        }

        Figure Known(double value, string unit) => new() { Value = value, Unit = unit, From = from, To = to, Coverage = to > from ? sums.Known / (to - from) / burners : 0 };
        return new BurnerStarts(
            Known(sums.Starts / sums.Known.TotalHours, "1/h"),
            Known(sums.MostAnHour, "1/h"),
            sums.Starts == 0 ? Figure.Refused("min", from, to, FigureProblem.NoDenominator) : Known(sums.Burnt.TotalMinutes / sums.Starts, "min"));
    }

    /// <summary>What a stretch of time adds.</summary>
    internal static BurnerSums Sum(IReadOnlyList<Sample> burner, DateTimeOffset from, DateTimeOffset to, TimeSpan longestStep)
    {
        var (known, burnt) = (TimeSpan.Zero, TimeSpan.Zero);
        var starts = new List<DateTimeOffset>();
        for (var index = 0; index < burner.Count; index++)
        {
            var sample = burner[index];
            if (sample.Quality.IsBad || sample.At >= to)
            {
                continue;
            }

            var next = index + 1 < burner.Count ? burner[index + 1].At : to;
            var end = next < sample.At + longestStep ? next : sample.At + longestStep;
            var (begin, stop) = (sample.At < from ? from : sample.At, end > to ? to : end);
            var span = stop > begin ? stop - begin : TimeSpan.Zero;
            known += span;
            burnt += sample.Value > 0 ? span : TimeSpan.Zero;
            if (sample.Value > 0 && sample.At >= from && index > 0 && burner[index - 1] is { Value: 0 } before && !before.Quality.IsBad && sample.At - before.At <= longestStep)
            {
                starts.Add(sample.At);
            }
        }

        var most = starts.GroupBy(start => (start - from).Ticks / TimeSpan.TicksPerHour).Select(hour => hour.Count()).DefaultIfEmpty().Max();
        return new BurnerSums(known, burnt, starts.Count, most);
    }
}
