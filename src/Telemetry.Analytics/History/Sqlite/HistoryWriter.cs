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
    private readonly OutboxPlaces _places;
    private readonly LateWriter _late;
    private readonly SqliteCommand _addPoint;
    private readonly SqliteCommand _count;
    private readonly Func<PointId, int?> _known;
    private readonly Action<PointId, int> _learn;

    internal HistoryWriter(SqliteConnection connection, Func<PointId, int?> known, Action<PointId, int> learn)
    {
        (_connection, _known, _learn) = (connection, known, learn);
        _insert = connection.Prepared(
            "INSERT OR IGNORE INTO samples (point, ms, value, quality) VALUES ($p, $ms, $v, $q)", "$p", "$ms", "$v", "$q");
        _places = new OutboxPlaces(connection);
        _late = new LateWriter(connection);
        _addPoint = connection.Prepared(
            "INSERT INTO points (municipality, gateway, device, name) VALUES ($m, $g, $d, $n) ON CONFLICT DO UPDATE SET name = excluded.name RETURNING id", "$m", "$g", "$d", "$n");
        _count = connection.Prepared("UPDATE totals SET samples = samples + $n WHERE id = 1", "$n");
    }

    /// <summary>Commits batches whole, all or none.</summary>
    /// <returns>What is then held of their outboxes, and how many samples were new.</returns>
    internal (IReadOnlyList<OutboxHeld> Held, int Added) Append(IReadOnlyList<Batch> batches)
    {
        var newPoints = new Dictionary<PointId, int>();
        using var transaction = _connection.BeginTransaction(deferred: false);
        foreach (var command in Commands)
        {
            command.Transaction = transaction;
        }

        _late.Begin(transaction);
        var added = batches.Sum(batch => batch.Samples.Sum(sample => Insert(sample, newPoints)));
        if (added > 0)
        {
            _count.With(added).ExecuteNonQuery();
            _late.Write();
        }

        var held = _places.Take(batches, transaction);
        transaction.Commit();
        foreach (var (point, id) in newPoints)
        {
            _learn(point, id);
        }

        return (held, added);
    }

    private SqliteCommand[] Commands => [_insert, _addPoint, _count];

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var command in Commands)
        {
            command.Dispose();
        }

        _places.Dispose();
        _late.Dispose();

        _connection.Dispose();
    }

    private int Insert(Sample sample, Dictionary<PointId, int> newPoints)
    {
        // A value that is no number is never kept as one, whatever its quality says.
        var bad = !double.IsFinite(sample.Value);
        var quality = bad && !sample.Quality.IsBad ? Quality.Undecodable : sample.Quality;
        var (point, ms) = (IdOf(sample.Point, newPoints), sample.At.ToUnixTimeMilliseconds());
        var newest = _late.NewestOf(point);
        if (_insert.With(point, ms, bad || quality.IsBad ? null : sample.Value, (int)quality).ExecuteNonQuery() == 0)
        {
            return 0;
        }

        _late.Stored(point, ms, newest);
        return 1;
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
}
