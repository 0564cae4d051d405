using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.History.Sqlite;

/// <summary>The history in one SQLite file: one writer, readers beside it.</summary>
/// <remarks>
/// Write-ahead log with <c>synchronous=FULL</c>: a commit is on the disk before it returns, so what is acknowledged survives a power cut. The
/// first value written for a (point, instant) stays. Instants are kept to the millisecond, as on the wire.
/// </remarks>
public sealed class SqliteHistory : IHistory, ILateMarks, IDisposable
{
    private const string Columns = "SELECT ms, value, quality FROM samples WHERE point = $p ";
    private readonly ConcurrentDictionary<PointId, int> _points = [];
    private readonly Lock _writing = new();
    private readonly HistoryWriter _writer;
    private readonly string _readers;
    private long _count;

    /// <summary>Opens the file, made when it is not there.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StoreFileException">It cannot be opened, is damaged, or is of a newer version.</exception>
    public SqliteHistory(string path)
    {
        _readers = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = 10 }.ToString();
        var connection = Open(path);
        _writer = new HistoryWriter(
            connection, point => _points.TryGetValue(point, out var id) ? id : null, (point, id) => _points[point] = id);
    }

    /// <inheritdoc />
    public long Append(Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Append([batch]) is [var held] ? held.UpTo : 0;
    }

    /// <inheritdoc />
    public IReadOnlyList<OutboxHeld> Append(IReadOnlyList<Batch> batches)
    {
        ArgumentNullException.ThrowIfNull(batches);
        lock (_writing)
        {
            var (held, added) = _writer.Append(batches);
            Interlocked.Add(ref _count, added);
            return held;
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<Sample> Read(PointId point, DateTimeOffset from, DateTimeOffset to) =>
        Query(point, "AND ms >= $a AND ms < $b ORDER BY ms", FirstMillisecond(from), FirstMillisecond(to));

    /// <inheritdoc />
    public Sample? LastBefore(PointId point, DateTimeOffset instant) =>
        Query(point, "AND ms < $b AND ms >= $a AND value IS NOT NULL ORDER BY ms DESC LIMIT 1", long.MinValue, FirstMillisecond(instant))
            is [var sample] ? sample : null;

    /// <inheritdoc />
    public string Identity { get; private set; } = "";

    /// <inheritdoc />
    public Sample? FirstAfter(PointId point, DateTimeOffset instant) =>
        Query(point, "AND ms >= $a AND ms <= $b AND value IS NOT NULL ORDER BY ms LIMIT 1", instant.ToUnixTimeMilliseconds() + 1, long.MaxValue)
            is [var sample] ? sample : null;

    /// <inheritdoc />
    public DateTimeOffset? Newest(PointId point) =>
        Query(point, "AND ms >= $a AND ms <= $b ORDER BY ms DESC LIMIT 1", long.MinValue, long.MaxValue) is [var sample] ? sample.At : null;

    /// <inheritdoc />
    public long LastMark()
    {
        using var connection = Reader();
        return Convert.ToInt64(connection.Scalar("SELECT ifnull(max(id), 0) FROM late"), CultureInfo.InvariantCulture);
    }

    /// <inheritdoc />
    public IReadOnlyList<LateMark> MarksAfter(long id)
    {
        using var connection = Reader();
        using var command = connection.Prepared(
            """
            SELECT late.id, municipality, gateway, device, name, first_ms, last_ms FROM late JOIN points ON points.id = point
            WHERE late.id > $i ORDER BY late.id
            """, "$i").With(id);
        using var rows = command.ExecuteReader();
        var marks = new List<LateMark>();
        while (rows.Read())
        {
            marks.Add(new LateMark(
                rows.GetInt64(0),
                new PointId(new EquipmentId(rows.GetString(1), rows.GetString(2), rows.GetString(3)), rows.GetString(4)),
                DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(5)),
                DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(6))));
        }

        return marks;
    }

    /// <inheritdoc />
    public long Count() => Interlocked.Read(ref _count);

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_writing)
        {
            _writer.Dispose();
        }

        using var reader = new SqliteConnection(_readers);
        SqliteConnection.ClearPool(reader);
    }

    private static long FirstMillisecond(DateTimeOffset instant)
    {
        // The first whole millisecond at the instant or after it, so that half-open ranges stay exact.
        var whole = instant.ToUnixTimeMilliseconds();
        return DateTimeOffset.FromUnixTimeMilliseconds(whole) < instant ? whole + 1 : whole;
    }

    private List<Sample> Query(PointId point, string where, long from, long to)
    {
        var samples = new List<Sample>();
        using var connection = Reader();
        if (!_points.TryGetValue(point, out var id) && !Learn(connection, point, out id))
        {
            return samples;
        }

        using var command = connection.Prepared(Columns + where, "$p", "$a", "$b").With(id, from, to);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            samples.Add(new Sample(
                point,
                DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(0)),
                rows.IsDBNull(1) ? double.NaN : rows.GetDouble(1),
                (Quality)rows.GetInt32(2)));
        }

        return samples;
    }

    private SqliteConnection Reader()
    {
        var connection = new SqliteConnection(_readers);
        connection.Open();
        return connection;
    }

    /// <summary>Another process, an import, may have made the point.</summary>
    private bool Learn(SqliteConnection connection, PointId point, out int id)
    {
        using var command = connection.Prepared(
            "SELECT id FROM points WHERE municipality = $m AND gateway = $g AND device = $d AND name = $n", "$m", "$g", "$d", "$n")
            .With(point.Equipment.Municipality, point.Equipment.Gateway, point.Equipment.Device, point.Name);
        id = Convert.ToInt32(command.ExecuteScalar() ?? 0, CultureInfo.InvariantCulture);
        return id > 0 && (_points[point] = id) > 0;
    }

    private SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            // The last is for the whole process: a burst of readers, each with a cache of its own, may not hold tens of megabytes.
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; PRAGMA soft_heap_limit = 12582912;");
            HistorySchema.Apply(connection);
            LoadPoints(connection);
            Identity = (string)connection.Scalar("SELECT name FROM identity WHERE id = 1")!;
            _count = Convert.ToInt64(connection.Scalar("SELECT samples FROM totals WHERE id = 1"), CultureInfo.InvariantCulture);
            return connection;
        }
        catch (SqliteException wrong)
        {
            connection.Dispose();
            throw new StoreFileException(
                $"The history '{path}' cannot be used: {wrong.Message} Put a copy back from a backup, or move the file away to start with an empty history.", wrong);
        }
        catch (StoreFileException)
        {
            connection.Dispose();
            throw;
        }
    }

    private void LoadPoints(SqliteConnection connection)
    {
        using var command = connection.Prepared("SELECT id, municipality, gateway, device, name FROM points");
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            _points[new PointId(new EquipmentId(rows.GetString(1), rows.GetString(2), rows.GetString(3)), rows.GetString(4))] = rows.GetInt32(0);
        }
    }
}
