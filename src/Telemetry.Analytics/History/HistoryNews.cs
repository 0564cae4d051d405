using Telemetry.Model.Samples;

namespace Telemetry.Analytics.History;

/// <summary>Tells those who keep something derived from the history that it grew.</summary>
internal sealed class HistoryNews
{
    /// <summary>Raised on the ingest thread after a commit; handlers must be quick.</summary>
    internal event Action<IReadOnlyList<Sample>>? Stored;

    internal void Tell(IReadOnlyList<Sample> samples) => Stored?.Invoke(samples);
}
