using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Telemetry.Gateway.Outbox;

namespace Telemetry.Gateway.Uplink;

/// <summary>Writes to the outbox, and lives with a disk that takes nothing: waits in memory within bounds, says so, recovers by itself.</summary>
internal sealed partial class Keeper(OutboxFile outbox, int mostSamples, ILogger log)
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SayAgain = TimeSpan.FromMinutes(1);
    private readonly List<OutboxBatch> _unkept = [];
    private int _samples;
    private long _acknowledge;
    private IReadOnlyList<OutboxBatch> _fresh = [];
    private TimeSpan _triedAt = TimeSpan.MinValue;
    private TimeSpan _saidAt = TimeSpan.MinValue;

    /// <summary>False while the disk takes nothing.</summary>
    internal bool IsWritable { get; private set; } = true;

    /// <summary>Batches let go since the start because the disk took nothing for too long.</summary>
    internal long Dropped { get; private set; }

    /// <summary>What was kept last, with its sequences: it need not be read from the disk to be sent. Once.</summary>
    internal IReadOnlyList<OutboxBatch> TakeFresh()
    {
        var fresh = _fresh;
        _fresh = [];
        return fresh;
    }

    /// <summary>Keeps batches, with those that wait.</summary>
    /// <returns>False when the disk took nothing: they wait.</returns>
    internal bool Keep(IReadOnlyList<OutboxBatch> batches, TimeSpan now)
    {
        _unkept.AddRange(batches);
        _samples += batches.Sum(batch => batch.Samples.Count);
        Bound();
        if (_unkept.Count == 0 || (!IsWritable && now - _triedAt < Again))
        {
            return IsWritable;
        }

        return Try(now, () =>
        {
            _fresh = outbox.Append(_unkept);
            _unkept.Clear();
            _samples = 0;
        });
    }

    /// <summary>Deletes what the centre holds; what the disk refuses to forget is forgotten later.</summary>
    internal void Acknowledge(long upTo, TimeSpan now)
    {
        _acknowledge = Math.Max(_acknowledge, upTo);
        if (_acknowledge >= outbox.First && (IsWritable || upTo > 0 || now - _triedAt >= Again))
        {
            Try(now, () => outbox.Acknowledge(outbox.Id, _acknowledge));
        }
    }

    private bool Try(TimeSpan now, Action write)
    {
        try
        {
            write();
            if (!IsWritable)
            {
                LogRecovered();
            }

            (IsWritable, _saidAt) = (true, TimeSpan.MinValue);
        }
        catch (SqliteException failed)
        {
            (IsWritable, _triedAt) = (false, now);
            if (_saidAt == TimeSpan.MinValue || now - _saidAt >= SayAgain)
            {
                _saidAt = now;
                LogDisk(failed.Message);
            }
        }

        return IsWritable;
    }

    private void Bound()
    {
        // The oldest samples go first; a step of an order's life is small and never let go.
        for (var place = 0; _samples > mostSamples && place < _unkept.Count;)
        {
            if (_unkept[place].Report is null)
            {
                _samples -= _unkept[place].Samples.Count;
                _unkept.RemoveAt(place);
                Dropped++;
            }
            else
            {
                place++;
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The outbox cannot be written ({Why}). Values are sent as they come, not kept; they wait in memory until the disk takes them.")]
    private partial void LogDisk(string why);

    [LoggerMessage(LogLevel.Information, "The outbox can be written again; what waited in memory is kept.")]
    private partial void LogRecovered();
}
