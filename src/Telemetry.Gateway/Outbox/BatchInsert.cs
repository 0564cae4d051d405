using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Telemetry.Gateway.Outbox;

/// <summary>The one statement that runs for every batch, prepared once and bound without an object.</summary>
internal sealed class BatchInsert : IDisposable
{
    private readonly sqlite3 _file;
    private readonly sqlite3_stmt _statement;

    internal BatchInsert(SqliteConnection connection)
    {
        _file = connection.Handle ?? throw new InvalidOperationException("The file is not open.");
        Check(raw.sqlite3_prepare_v2(_file, "INSERT INTO batch (seq, kept, device, body) VALUES (?, ?, ?, ?)", out _statement));
    }

    /// <summary>Adds a row in the transaction that is open.</summary>
    /// <exception cref="SqliteException">It was not taken.</exception>
    internal void Add(long sequence, DateTimeOffset kept, string device, ReadOnlySpan<byte> body)
    {
        try
        {
            Check(raw.sqlite3_bind_int64(_statement, 1, sequence));
            Check(raw.sqlite3_bind_int64(_statement, 2, kept.ToUnixTimeMilliseconds()));
            Check(raw.sqlite3_bind_text(_statement, 3, device));
            Check(raw.sqlite3_bind_blob(_statement, 4, body));
            Check(raw.sqlite3_step(_statement));
        }
        finally
        {
            // Says again what the step said: that is known.
            _ = raw.sqlite3_reset(_statement);
        }
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(code, _file);
        }
    }
}
