using System.Globalization;
using Microsoft.Data.Sqlite;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Outbox;

/// <summary>Batches in one SQLite file until the centre has confirmed them. Survives a cut of the power at any instant.</summary>
/// <remarks>One thread at a time. Write-ahead log with full synchronisation: what a commit returned from is on the disk.</remarks>
internal sealed class OutboxFile : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly string _municipality;
    private readonly string _gateway;
    private readonly OutboxLimits _limits;
    private readonly PointNames _names;
    private readonly BatchInsert _insert;
    private readonly BinaryWriter _body = new(new MemoryStream());
    private readonly SqliteCommand _read;
    private long _bytes;

    private OutboxFile(SqliteConnection connection, string municipality, string gateway, OutboxLimits limits)
    {
        (_connection, _municipality, _gateway, _limits) = (connection, municipality, gateway, limits);
        Id = ReadIdentity();
        _names = new PointNames(connection);
        _insert = new BatchInsert(connection);
        _read = Command("SELECT seq, kept, device, body FROM batch WHERE seq >= $from AND seq <= $to ORDER BY seq LIMIT $most", "$from", "$to", "$most");
        _bytes = Scalar("SELECT COALESCE(SUM(LENGTH(body)), 0) FROM batch");
        Last = Math.Max(Scalar("SELECT COALESCE(MAX(seq), 0) FROM batch"), Scalar("SELECT COALESCE((SELECT value FROM meta WHERE key = 'acknowledged'), 0)"));
        First = Scalar("SELECT COALESCE(MIN(seq), 0) FROM batch") is > 0 and var first ? first : Last + 1;
    }

    /// <summary>Identity of this outbox, made with its file.</summary>
    internal string Id { get; }

    /// <summary>Lowest sequence still held; one past the last when empty.</summary>
    internal long First { get; private set; }

    /// <summary>Highest sequence given.</summary>
    internal long Last { get; private set; }

    /// <summary>Batches held: they follow each other without holes.</summary>
    internal long Depth => Last - First + 1;

    /// <summary>Batches dropped since the start because a bound was reached.</summary>
    internal long Dropped { get; private set; }

    /// <summary>Opens the file; a damaged one is set aside and a new one begun.</summary>
    /// <param name="path">The file.</param>
    /// <param name="municipality">The tenant of every point in it.</param>
    /// <param name="gateway">The gateway of every point in it.</param>
    /// <param name="limits">How much it holds.</param>
    /// <param name="damaged">Where the damaged file now is; null when all is well.</param>
    internal static OutboxFile Open(string path, string municipality, string gateway, OutboxLimits limits, out string? damaged)
    {
        damaged = null;
        try
        {
            return new OutboxFile(SqliteStore.Open(path, Schema), municipality, gateway, limits);
        }
        catch (Exception broken) when (SqliteStore.IsDamage(broken))
        {
            damaged = SqliteStore.SetAside(path);
            return new OutboxFile(SqliteStore.Open(path, Schema), municipality, gateway, limits);
        }
    }

    /// <summary>Keeps batches in one transaction, in order; drops the oldest beyond the bounds.</summary>
    /// <returns>The batches with their sequences.</returns>
    /// <exception cref="SqliteException">The disk took none of them: nothing has changed.</exception>
    internal IReadOnlyList<OutboxBatch> Append(IReadOnlyList<OutboxBatch> batches)
    {
        var kept = new List<OutboxBatch>(batches.Count);
        var (last, bytes) = (Last, _bytes);
        _names.Forget();
        using (var transaction = _connection.BeginTransaction())
        {
            foreach (var batch in batches)
            {
                var body = BatchCodec.Encode(batch, name => _names.IdOf(name, transaction), _body);
                _insert.Add(++last, batch.KeptAt, batch.Device, body);
                bytes += body.Length;
                kept.Add(batch with { Sequence = last });
            }

            transaction.Commit();
        }

        _names.Committed();
        (Last, _bytes) = (last, bytes);
        Bound(batches.Count > 0 ? batches[^1].KeptAt : null);
        return kept;
    }

    /// <summary>The batches from one sequence to another, both included, in order.</summary>
    internal IReadOnlyList<OutboxBatch> Read(long from, long to, int most)
    {
        Fill(_read, from, to, most);
        using var rows = _read.ExecuteReader();
        var batches = new List<OutboxBatch>();
        while (rows.Read())
        {
            var equipment = new EquipmentId(_municipality, _gateway, rows.GetString(2));
            batches.Add(BatchCodec.Decode(
                rows.GetInt64(0), equipment, DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1)), rows.GetFieldValue<byte[]>(3), _names.NameOf));
        }

        return batches;
    }

    /// <summary>The file never grows beyond so many of its pages, as if the disk were full then.</summary>
    internal void LimitPages(long pages) => Scalar(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));

    /// <summary>Deletes what the centre holds. A confirmation of another outbox, or of what was never given, is ignored.</summary>
    /// <returns>False when ignored.</returns>
    internal bool Acknowledge(string outbox, long upTo)
    {
        if (!string.Equals(outbox, Id, StringComparison.OrdinalIgnoreCase) || upTo > Last)
        {
            return false;
        }

        if (upTo < First)
        {
            return true;
        }

        Delete(upTo);
        return true;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _body.Dispose();
        _read.Dispose();
        _connection.Dispose();
    }

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS batch (seq INTEGER PRIMARY KEY, kept INTEGER NOT NULL, device TEXT NOT NULL, body BLOB NOT NULL);
        """ + PointNames.Schema;

    private void Delete(long upTo)
    {
        using var transaction = _connection.BeginTransaction();
        using var size = Command("SELECT COALESCE(SUM(LENGTH(body)), 0) FROM batch WHERE seq <= $seq", "$seq");
        using var command = Command("""
            DELETE FROM batch WHERE seq <= $seq;
            INSERT INTO meta (key, value) VALUES ('acknowledged', $seq) ON CONFLICT (key) DO UPDATE SET value = MAX(value, excluded.value);
            """, "$seq");
        (size.Transaction, command.Transaction) = (transaction, transaction);
        Fill(size, upTo);
        Fill(command, upTo);
        var freed = Convert.ToInt64(size.ExecuteScalar(), CultureInfo.InvariantCulture);
        command.ExecuteNonQuery();
        transaction.Commit();
        _bytes -= freed;
        First = Math.Min(upTo, Last) + 1;
    }

    private void Bound(DateTimeOffset? now)
    {
        while (Depth > 1 && (_bytes > _limits.MaxBytes || (now is { } n && n - OldestKept() > _limits.MaxAge)))
        {
            var before = Depth;
            Delete(First + Math.Max(0, Math.Min(Depth - 2, Depth / 20)));
            Dropped += before - Depth;
        }
    }

    private DateTimeOffset OldestKept() => DateTimeOffset.FromUnixTimeMilliseconds(Scalar("SELECT kept FROM batch ORDER BY seq LIMIT 1"));

    private string ReadIdentity()
    {
        using var command = Command("""
            INSERT INTO meta (key, value) VALUES ('id', $id) ON CONFLICT (key) DO NOTHING;
            SELECT value FROM meta WHERE key = 'id';
            """, "$id");
        Fill(command, Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture));
        return (string)command.ExecuteScalar()!;
    }

    private long Scalar(string sql)
    {
        using var command = Command(sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Fill(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var place = 0; place < values.Length; place++)
        {
            command.Parameters[place].Value = values[place];
        }
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<string> names)
    {
#pragma warning disable CA2100 // every text is a constant of this file
        var command = new SqliteCommand(sql, _connection);
#pragma warning restore CA2100
        foreach (var name in names)
        {
            command.Parameters.Add(new SqliteParameter(name, null));
        }

        return command;
    }
}
