using System.Collections.Concurrent;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Telemetry.Analytics.History;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

#pragma warning disable RS0030 // The adapter between calls of the ingest thread and observers: nothing else can feed a hot stream.

namespace Telemetry.Analytics.Streams;

/// <summary>The newest sample of each point, and the stream of them: where the ingest thread's calls become Rx.</summary>
internal sealed class LiveValues : ILiveValues, IDisposable
{
    private readonly ConcurrentDictionary<PointId, Sample> _latest = [];
    private readonly Subject<Sample> _samples = new();

    /// <inheritdoc />
    public IObservable<Sample> Samples => _samples.AsObservable();

    /// <inheritdoc />
    public Sample? Latest(PointId point) => _latest.TryGetValue(point, out var sample) ? sample : null;

    /// <summary>Takes a committed sample; one that is not newer than what is known changes nothing.</summary>
    internal void Offer(Sample sample)
    {
        if (_latest.TryGetValue(sample.Point, out var known) && known.At >= sample.At)
        {
            return;
        }

        _latest[sample.Point] = sample;
        _samples.OnNext(sample);
    }

    /// <summary>Takes up where the last run ended: the newest sample of each point that the history holds.</summary>
    internal void Recall(IEnumerable<PointId> points, IHistory history, DateTimeOffset now)
    {
        var soon = now.AddHours(1);
        foreach (var point in points)
        {
            if (history.LastBefore(point, soon) is { } usable)
            {
                var after = history.Read(point, usable.At, soon);
                _latest.TryAdd(point, after.Count > 0 ? after[^1] : usable);
            }
        }
    }

    public void Dispose() => _samples.Dispose();
}
