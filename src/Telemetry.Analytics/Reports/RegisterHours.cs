using System.Collections.Concurrent;
using Telemetry.Analytics.History;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Reports.Hours;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports;

/// <summary>The hours of each register, day by day: the stored parts that every figure sums, so that all zooms agree.</summary>
/// <remarks>
/// A day is computed from its readings when first asked for. Once no newer sample can change it, it is kept on the disk; a late sample throws
/// away the days it touches, and no other.
/// </remarks>
internal sealed class RegisterHours : IDisposable
{
    private readonly IHistory _history;
    private readonly HistoryNews _news;
    private readonly TimeZoneInfo _zone;
    private readonly KeptHours? _disk;
    private readonly ConcurrentDictionary<PointId, Kept> _kept = [];
    private int _late;

    public RegisterHours(IHistory history, HistoryNews news, TimeZoneInfo zone, IRollUps? store = null)
    {
        (_history, _news, _zone) = (history, news, zone);
        _disk = store is not null && history is ILateMarks marks ? new KeptHours(history, marks, store, zone) : null;
        _news.Stored += Forget;
    }

    /// <summary>How many days were computed from readings since the start.</summary>
    internal long Computed { get; private set; }

    /// <summary>The hours of a local day, in the register's unit, up to the last reading known.</summary>
    internal IReadOnlyList<Slice> Of(Point point, DateOnly day, DateTimeOffset now)
    {
        Mend();
        var kept = _kept.GetOrAdd(point.Id, id => new Kept((_history as ILateMarks)?.Newest(id)));
        var version = kept.Version;
        if (kept.Days.TryGetValue(day, out var known))
        {
            return known;
        }

        var hours = _disk?.Find(point, day) ?? Compute(point, day, now);
        kept.Keep(day, hours, version);
        return hours;
    }

    /// <summary>Longest time between two readings that is not a gap.</summary>
    internal static TimeSpan LongestStep(Point point)
    {
        var beats = point.Heartbeat * 3;
        return beats > TimeSpan.FromMinutes(15) ? beats : TimeSpan.FromMinutes(15);
    }

    public void Dispose() => _news.Stored -= Forget;

    private IReadOnlyList<Slice> Compute(Point point, DateOnly day, DateTimeOffset now)
    {
        var (asOf, newest) = _disk?.Before(point) ?? (0, null);
        var edges = CivilDays.HourEdges(day, _zone);
        var readings = DayReadings.Of(_history, point.Id, (edges[0], edges[^1]), now, newest);
        var hours = Slices.Cut(CounterReader.Read(readings.Readings, CounterRules.Unknown).Intervals, edges, LongestStep(point));
        Computed++;
        if (readings.Settled)
        {
            _disk?.Keep(point, day, hours, asOf);
        }

        return hours;
    }

    private void Mend()
    {
        foreach (var (point, first, last) in _disk?.Mend(Interlocked.Exchange(ref _late, 0) > 0) ?? [])
        {
            if (_kept.TryGetValue(point, out var kept))
            {
                kept.Forget(first, last);
            }
        }
    }

    /// <summary>Days that a stored sample may change: those between the readings around it.</summary>
    private void Forget(IReadOnlyList<Sample> samples)
    {
        foreach (var sample in samples)
        {
            if (_kept.TryGetValue(sample.Point, out var kept) && kept.Forget(sample, _zone))
            {
                Interlocked.Exchange(ref _late, 1);
            }
        }
    }

    /// <summary>What is kept of one register in memory.</summary>
    private sealed class Kept(DateTimeOffset? newest)
    {
        // About a quarter more than a year: older days are read from the disk each time.
        private const int Most = 460;
        private readonly Lock _gate = new();
        private readonly Queue<DateTimeOffset> _usable = new(DayReadings.Confirming + 1);
        private DateTimeOffset _newest = newest ?? DateTimeOffset.MinValue;

        internal ConcurrentDictionary<DateOnly, IReadOnlyList<Slice>> Days { get; } = [];

        internal long Version { get; private set; }

        internal void Keep(DateOnly day, IReadOnlyList<Slice> hours, long version)
        {
            lock (_gate)
            {
                // A sample stored meanwhile may have changed the day: then it is computed again next time.
                if (version == Version)
                {
                    if (Days.Count >= Most)
                    {
                        Days.TryRemove(Days.Keys.Min(), out _);
                    }

                    Days[day] = hours;
                }
            }
        }

        internal void Forget(DateOnly first, DateOnly last)
        {
            lock (_gate)
            {
                Version++;
                foreach (var day in Days.Keys.Where(day => day >= first && day <= last))
                {
                    Days.TryRemove(day, out _);
                }
            }
        }

        /// <summary>Forgets the days a new sample may change, and says whether it is late.</summary>
        internal bool Forget(Sample sample, TimeZoneInfo zone)
        {
            lock (_gate)
            {
                Version++;
                var late = sample.At <= _newest || _usable.Count < DayReadings.Confirming;
                if (late)
                {
                    Days.Clear();
                }
                else
                {
                    // A day before a gap waits for the readings that confirm what the first one after it says.
                    var first = CivilDays.Of(_usable.Peek() - DayReadings.Margin, zone);
                    foreach (var day in Days.Keys.Where(day => day >= first))
                    {
                        Days.TryRemove(day, out _);
                    }
                }

                _newest = sample.At > _newest ? sample.At : _newest;
                Remember(sample);
                return late;
            }
        }

        private void Remember(Sample sample)
        {
            if (sample.Quality.IsBad || sample.At < _newest)
            {
                return;
            }

            _usable.Enqueue(sample.At);
            if (_usable.Count > DayReadings.Confirming)
            {
                _usable.Dequeue();
            }
        }
    }
}
