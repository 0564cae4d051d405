using Microsoft.Data.Sqlite;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Tests.Canned;

namespace Telemetry.Dashboard.Tests.Journal;

/// <summary>A journal in a folder of its own, and a hand that goes round its guards.</summary>
internal sealed class JournalFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("journal-");

    public JournalFolder() => Journal = Open();

    public JournalFile Journal { get; }

    public Noon Clock { get; } = new();

    public string Folder => _folder.FullName;

    public JournalFile Open() => new(System.IO.Path.Combine(Folder, "journal.db"), Clock);

    /// <summary>Writes a line of no importance.</summary>
    public JournalLine Add(string what = "technicien", string reason = "") =>
        Journal.Append(new() { Action = JournalActions.SessionOpened, By = new(what, "Technician", Actor.Web), Reason = reason, Outcome = "done" });

    /// <summary>Runs SQL on the file, as somebody with a tool would.</summary>
    public void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={System.IO.Path.Combine(Folder, "journal.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        Journal.Dispose();
        _folder.Delete(recursive: true);
    }
}
