using System.Collections.Concurrent;

namespace Telemetry.Analytics.Reports;

/// <summary>Keeps what was computed for a few seconds of real time, so that many pages cost one computation.</summary>
internal sealed class Cached<TKey>(TimeSpan keep, TimeProvider real)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Entry> _entries = [];

    /// <summary>The value kept, or a new one.</summary>
    internal T Get<T>(TKey key, Func<T> compute)
        where T : class
    {
        var entry = _entries.GetOrAdd(key, _ => new Entry());
        lock (entry)
        {
            if (entry.Value is not T value || real.GetElapsedTime(entry.At) >= keep)
            {
                entry.Value = value = compute();
                entry.At = real.GetTimestamp();
            }

            return value;
        }
    }

    private sealed class Entry
    {
        internal object? Value { get; set; }

        internal long At { get; set; }
    }
}
