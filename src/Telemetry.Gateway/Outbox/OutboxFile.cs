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
    private long _bytes;

    private OutboxFile(SqliteConnection connection, string municipality, string gateway, OutboxLimits limits)
    {
        (_connection, _municipality, _gateway, _limits) = (connection, municipality, gateway, limits);
        Id = ReadIdentity();
        _bytes = Scalar("SELECT COALESCE(SUM(LENGTH(body)), 0) FROM batch");
        Last = Math.Max(Scalar("SELECT COALESCE(MAX(seq), 0) FROM batch"), Scalar("SELECT COALESCE((SELECT value FROM meta WHERE key = 'acknowledged'), 0)"));
        Refresh();
    }

    /// <summary>Identity of this outbox, made with its file.</summary>
    internal string Id { get; }

    /// <summary>Lowest sequence still held; one past the last when empty.</summary>
    internal long First { get; private set; }

    /// <summary>Highest sequence given.</summary>
    internal long Last { get; private set; }

    /// <summary>Batches held.</summary>
    internal long Depth { get; private set; }

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
    internal IReadOnlyList<OutboxBatch> Append(IReadOnlyList<OutboxBatch> batches)
    {
        using var transaction = _connection.BeginTransaction();
        using var insert = Command("INSERT INTO batch (seq, kept, device, body) VALUES ($seq, $kept, $device, $body)");
        insert.Transaction = transaction;
        var kept = new List<OutboxBatch>(batches.Count);
        var (last, bytes) = (Last, _bytes);
        foreach (var batch in batches)
        {
            var body = BatchCodec.Encode(batch);
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$seq", ++last);
            insert.Parameters.AddWithValue("$kept", batch.KeptAt.ToUnixTimeMilliseconds());
            insert.Parameters.AddWithValue("$device", batch.Device);
            insert.Parameters.AddWithValue("$body", body);
            insert.ExecuteNonQuery();
            bytes += body.Length;
            kept.Add(batch with { Sequence = last });
        }

        transaction.Commit();
        (Last, _bytes) = (last, bytes);
        Depth += kept.Count;
        if (First == 0 || Depth == kept.Count)
        {
            Refresh();
        }

        Bound(batches.Count > 0 ? batches[^1].KeptAt : null);
        return kept;
    }

    /// <summary>The batches after a sequence, in order.</summary>
    internal IReadOnlyList<OutboxBatch> ReadAfter(long sequence, int most)
    {
        using var command = Command("SELECT seq, kept, device, body FROM batch WHERE seq > $seq ORDER BY seq LIMIT $most");
        command.Parameters.AddWithValue("$seq", sequence);
        command.Parameters.AddWithValue("$most", most);
        using var rows = command.ExecuteReader();
        var batches = new List<OutboxBatch>();
        while (rows.Read())
        {
            var equipment = new EquipmentId(_municipality, _gateway, rows.GetString(2));
            batches.Add(BatchCodec.Decode(rows.GetInt64(0), equipment, DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1)), rows.GetFieldValue<byte[]>(3)));
        }

        return batches;
    }

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

    public void Dispose() => _connection.Dispose();

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS batch (seq INTEGER PRIMARY KEY, kept INTEGER NOT NULL, device TEXT NOT NULL, body BLOB NOT NULL);
        """;

    private void Delete(long upTo)
    {
        using var transaction = _connection.BeginTransaction();
        using var command = Command("""
            DELETE FROM batch WHERE seq <= $seq;
            INSERT INTO meta (key, value) VALUES ('acknowledged', $seq) ON CONFLICT (key) DO UPDATE SET value = MAX(value, excluded.value);
            """);
        command.Transaction = transaction;
        command.Parameters.AddWithValue("$seq", upTo);
        command.ExecuteNonQuery();
        transaction.Commit();
        Refresh();
    }

    private void Bound(DateTimeOffset? now)
    {
        while (Depth > 1 && (_bytes > _limits.MaxBytes || (now is { } n && n - OldestKept() > _limits.MaxAge)))
        {
            var before = Depth;
            Delete(First + Math.Max(0, Math.Min(Depth - 2, Depth / 20)));
            Dropped += before - Depth;
            _bytes = Scalar("SELECT COALESCE(SUM(LENGTH(body)), 0) FROM batch");
        }
    }

    private DateTimeOffset OldestKept() => DateTimeOffset.FromUnixTimeMilliseconds(Scalar("SELECT kept FROM batch ORDER BY seq LIMIT 1"));

    private void Refresh()
    {
        Depth = Scalar("SELECT COUNT(*) FROM batch");
        First = Depth == 0 ? Last + 1 : Scalar("SELECT MIN(seq) FROM batch");
        if (Depth == 0)
        {
            _bytes = 0;
        }
    }

    private string ReadIdentity()
    {
        using var command = Command("""
            INSERT INTO meta (key, value) VALUES ('id', $id) ON CONFLICT (key) DO NOTHING;
            SELECT value FROM meta WHERE key = 'id';
            """);
        command.Parameters.AddWithValue("$id", Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture));
        return (string)command.ExecuteScalar()!;
    }

    private long Scalar(string sql)
    {
        using var command = Command(sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

#pragma warning disable CA2100 // every text is a constant of this file
    private SqliteCommand Command(string sql) => new(sql, _connection);
#pragma warning restore CA2100
}
