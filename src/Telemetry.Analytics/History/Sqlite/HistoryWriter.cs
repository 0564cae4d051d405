using System.Globalization;
using Microsoft.Data.Sqlite;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.History.Sqlite;

/// <summary>The one connection that writes; its caller lets one thread in at a time.</summary>
internal sealed class HistoryWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _held;
    private readonly SqliteCommand _hold;
    private readonly SqliteCommand _addPoint;
    private readonly SqliteCommand _count;
    private readonly Func<PointId, int?> _known;
    private readonly Action<PointId, int> _learn;

    internal HistoryWriter(SqliteConnection connection, Func<PointId, int?> known, Action<PointId, int> learn)
    {
        (_connection, _known, _learn) = (connection, known, learn);
        _insert = connection.Prepared(
            "INSERT OR IGNORE INTO samples (point, ms, value, quality) VALUES ($p, $ms, $v, $q)", "$p", "$ms", "$v", "$q");
        _held = connection.Prepared("SELECT held FROM outboxes WHERE gateway = $g AND outbox = $o", "$g", "$o");
        _hold = connection.Prepared(
            "INSERT INTO outboxes (gateway, outbox, held) VALUES ($g, $o, $h) ON CONFLICT DO UPDATE SET held = excluded.held", "$g", "$o", "$h");
        _addPoint = connection.Prepared(
            "INSERT INTO points (municipality, gateway, device, name) VALUES ($m, $g, $d, $n) RETURNING id", "$m", "$g", "$d", "$n");
        _count = connection.Prepared("UPDATE totals SET samples = samples + $n WHERE id = 1", "$n");
    }

    /// <summary>Commits a batch whole.</summary>
    /// <returns>The highest sequence held without a hole, and how many samples were new.</returns>
    internal (long Held, int Added) Append(Batch batch)
    {
        var newPoints = new Dictionary<PointId, int>();
        using var transaction = _connection.BeginTransaction(deferred: false);
        foreach (var command in new[] { _insert, _held, _hold, _addPoint, _count })
        {
            command.Transaction = transaction;
        }

        var added = batch.Samples.Sum(sample => Insert(sample, newPoints));
        if (added > 0)
        {
            _count.With(added).ExecuteNonQuery();
        }

        var held = Hold(batch);
        transaction.Commit();
        foreach (var (point, id) in newPoints)
        {
            _learn(point, id);
        }

        return (held, added);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var command in new[] { _insert, _held, _hold, _addPoint, _count })
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private int Insert(Sample sample, Dictionary<PointId, int> newPoints)
    {
        // A value that is no number is never kept as one, whatever its quality says.
        var bad = !double.IsFinite(sample.Value);
        var quality = bad && !sample.Quality.IsBad ? Quality.Undecodable : sample.Quality;
        return _insert.With(
            IdOf(sample.Point, newPoints), sample.At.ToUnixTimeMilliseconds(), bad || quality.IsBad ? null : sample.Value, (int)quality)
            .ExecuteNonQuery();
    }

    private int IdOf(PointId point, Dictionary<PointId, int> newPoints)
    {
        if (_known(point) is { } known)
        {
            return known;
        }

        if (!newPoints.TryGetValue(point, out var id))
        {
            id = Convert.ToInt32(
                _addPoint.With(point.Equipment.Municipality, point.Equipment.Gateway, point.Equipment.Device, point.Name).ExecuteScalar(),
                CultureInfo.InvariantCulture);
            newPoints[point] = id;
        }

        return id;
    }

    private long Hold(Batch batch)
    {
        if (batch.OutboxId.Length == 0 || batch.Sequence < 1)
        {
            return 0;
        }

        var before = Convert.ToInt64(_held.With(batch.Gateway, batch.OutboxId).ExecuteScalar() ?? 0L, CultureInfo.InvariantCulture);
        var held = OutboxPosition.After(before, batch.First, batch.Sequence);
        if (held != before)
        {
            _hold.With(batch.Gateway, batch.OutboxId, held).ExecuteNonQuery();
        }

        return held;
    }
}
