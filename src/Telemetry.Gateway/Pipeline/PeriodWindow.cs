using Telemetry.Model.Measures;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Pipeline;

/// <summary>What one period of one point amounts to so far.</summary>
internal sealed record PeriodWindow
{
    internal static readonly PeriodWindow Empty = new();

    internal bool IsEmpty => Last is null;

    internal DateTimeOffset From { get; private init; }

    internal DateTimeOffset To { get; private init; }

    private Sample? Last { get; init; }

    private DateTimeOffset Begun { get; init; }

    private double Min { get; init; }

    private double Max { get; init; }

    /// <summary>Sum of value × seconds up to the last sample.</summary>
    private double Area { get; init; }

    private Quality Worst { get; init; }

    internal static PeriodWindow Of(Sample first, DateTimeOffset from, DateTimeOffset to) =>
        new() { From = from, To = to, Last = first, Begun = first.At, Min = first.Value, Max = first.Value, Worst = first.Quality };

    internal PeriodWindow With(Sample next)
    {
        // A sample that comes late cannot take time back: it counts for the extremes only.
        var last = Last!.Value;
        var forward = next.At > last.At;
        return this with
        {
            Last = forward ? next : last,
            Min = Math.Min(Min, next.Value),
            Max = Math.Max(Max, next.Value),
            Area = Area + (forward ? last.Value * (next.At - last.At).TotalSeconds : 0),
            Worst = next.Quality > Worst ? next.Quality : Worst,
        };
    }

    /// <summary>The mean, least and greatest value up to an instant, told at the period's begin; a counter's last value at its own instant; nothing when empty.</summary>
    internal IReadOnlyList<Sample> Summary(Accumulation accumulation, DateTimeOffset until)
    {
        if (Last is not { } last)
        {
            return [];
        }

        if (accumulation == Accumulation.Counter)
        {
            return [last with { Quality = Worst }];
        }

        var end = until > To || until < last.At ? To : until;
        var seconds = (end - Begun).TotalSeconds;
        var mean = seconds > 0 ? (Area + (last.Value * (end - last.At).TotalSeconds)) / seconds : last.Value;
        return
        [
            new Sample(last.Point, From, Math.Clamp(mean, Min, Max), Worst),
            new Sample(EdgeAggregate.Named(last.Point, "min"), From, Min, Worst),
            new Sample(EdgeAggregate.Named(last.Point, "max"), From, Max, Worst),
        ];
    }
}
