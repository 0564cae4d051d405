using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Telemetry.Dashboard.Journal;

/// <summary>The journal in one SQLite file of its own, <c>journal.db</c>.</summary>
/// <remarks>
/// A line is written in a transaction that holds the file's only write lock from before it reads the last line: two processes take turns, and the
/// guards of <see cref="JournalSchema"/> refuse a second child of the same line even to a program that would not. The log is flushed before a commit
/// returns, so a process killed at any moment leaves whole lines only.
/// </remarks>
internal sealed class JournalFile : IJournal, IDisposable
{
    private readonly string _connection;
    private readonly string _path;
    private readonly TimeProvider _clock;
    private readonly Lock _writing = new();

    public JournalFile(string path, TimeProvider clock)
    {
        (_path, _clock) = (path, clock);
        _connection = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString();
        Guarded(() =>
        {
            using var connection = Open();
            Prepare(connection);
            return true;
        });
    }

    /// <inheritdoc />
    public JournalLine Append(JournalEntry entry)
    {
        lock (_writing)
        {
            return Guarded(() =>
            {
                using var connection = Open();
                using var transaction = connection.BeginTransaction(deferred: false);
                var line = Before(connection, entry) ?? Write(connection, entry);
                transaction.Commit();
                return line;
            });
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<JournalLine> Read(JournalQuery query) => Guarded(() =>
    {
        using var connection = Open();
        using var command = JournalSql.Select(connection, query);
        using var rows = command.ExecuteReader();
        var lines = new List<JournalLine>();
        while (rows.Read())
        {
            lines.Add(JournalSql.Line(rows));
        }

        return lines;
    });

    /// <summary>Follows the whole chain; says where it breaks first.</summary>
    public JournalVerdict Verify() => Guarded(() =>
    {
        using var connection = Open();
        return JournalVerifier.Verify(connection);
    });

    /// <summary>Takes away the lines up to a number, which somebody holds elsewhere by now; the chain goes on from the last of them.</summary>
    public void CutUpTo(long number)
    {
        lock (_writing)
        {
            Guarded(() =>
            {
                using var connection = Open();
                using var transaction = connection.BeginTransaction(deferred: false);
                JournalSql.Cut(connection, number, _clock.GetUtcNow());
                transaction.Commit();
                return true;
            });
        }
    }

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connection);
        try
        {
            connection.Open();
            JournalSql.Run(connection, "PRAGMA synchronous = FULL; PRAGMA recursive_triggers = ON;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Prepare(SqliteConnection connection)
    {
        JournalSql.Run(connection, "PRAGMA journal_mode = WAL;");
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = JournalSql.Number(connection, "PRAGMA user_version");
        if (version > JournalSchema.Version)
        {
            throw new JournalException(string.Create(CultureInfo.InvariantCulture,
                $"'{_path}' was written by a newer version (schema {version}, this one knows {JournalSchema.Version}): install that version again."), new InvalidDataException());
        }

        if (version == 0)
        {
            JournalSql.Run(connection, JournalSchema.Tables);
            using var genesis = connection.CreateCommand();
            genesis.CommandText = "INSERT INTO anchors (Number, Hash, RecordedMs, Reason) VALUES (0, $hash, $now, $text)";
            genesis.Parameters.AddWithValue("$hash", JournalChain.Genesis);
            genesis.Parameters.AddWithValue("$now", _clock.GetUtcNow().ToUnixTimeMilliseconds());
            genesis.Parameters.AddWithValue("$text", JournalChain.GenesisText);
            genesis.ExecuteNonQuery();
            JournalSql.Run(connection, JournalSchema.Guards + "PRAGMA user_version = 1;");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(_path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        transaction.Commit();
    }

    // The same step of the same thing told twice is one line.
    private static JournalLine? Before(SqliteConnection connection, JournalEntry entry)
    {
        if (entry.Reference.Length == 0 || entry.At is not { } at)
        {
            return null;
        }

        using var command = JournalSql.Select(connection, new() { Reference = entry.Reference, Action = entry.Action.Code });
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var line = JournalSql.Line(rows);
            if (line.At.ToUnixTimeMilliseconds() == at.ToUnixTimeMilliseconds() && line.Outcome == JournalChain.Clean(entry.Outcome))
            {
                return line;
            }
        }

        return null;
    }

    private JournalLine Write(SqliteConnection connection, JournalEntry entry)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(_clock.GetUtcNow().ToUnixTimeMilliseconds());
        var (number, hash) = JournalSql.Head(connection);
        var draft = new JournalLine
        {
            Number = number + 1,
            Recorded = now,
            At = entry.At is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()) : now,
            By = new(JournalChain.Clean(entry.By.Name), JournalChain.Clean(entry.By.Role), JournalChain.Clean(entry.By.Channel)),
            Action = entry.Action.Code,
            Object = JournalChain.Clean(entry.Object),
            Site = JournalChain.Clean(entry.Site),
            Before = JournalChain.Clean(entry.Before),
            Asked = JournalChain.Clean(entry.Asked),
            ReadBack = JournalChain.Clean(entry.ReadBack),
            Reason = JournalChain.Clean(entry.Reason),
            Rules = JournalChain.Clean(entry.Rules),
            Outcome = JournalChain.Clean(entry.Outcome),
            Reference = JournalChain.Clean(entry.Reference),
            Previous = hash,
            Hash = "",
        };
        var line = draft with { Hash = JournalChain.HashOf(draft) };
        JournalSql.Insert(connection, line);
        return line;
    }

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception wrong) when (wrong is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new JournalException(
                $"The journal '{_path}' cannot be used: {wrong.Message} Nothing that must be journalled is done meanwhile. Check the disk's room and the file's rights.", wrong);
        }
    }
}
