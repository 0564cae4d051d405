using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Pipeline;

/// <summary>What a counter's next reading is judged by.</summary>
/// <param name="Moved">The reading believed when the register last moved; null before the first.</param>
/// <param name="Candidate">The latest reading that does not follow from it; null when there is none.</param>
/// <param name="Seen">How many such readings followed from each other.</param>
internal sealed record CounterReference(Sample? Moved, Sample? Candidate, int Seen)
{
    /// <summary>When the latest reading was taken; anything older came late.</summary>
    internal DateTimeOffset Last { get; init; }

    internal static readonly CounterReference None = new(null, null, 0);

    internal static CounterReference At(Sample moved) => new(moved, null, 0);
}
