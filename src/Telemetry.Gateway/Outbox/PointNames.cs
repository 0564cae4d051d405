using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Telemetry.Gateway.Outbox;

/// <summary>The names of points and their short ids in the file; ids given in a transaction count once it is committed.</summary>
internal sealed class PointNames
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _names = [];
    private readonly Dictionary<string, int> _new = new(StringComparer.Ordinal);

    internal const string Schema = "CREATE TABLE IF NOT EXISTS name (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);";

    internal PointNames(SqliteConnection connection)
    {
        _connection = connection;
        using var command = new SqliteCommand("SELECT id, name FROM name", connection);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            Learn(rows.GetString(1), rows.GetInt32(0));
        }
    }

    /// <summary>The id of a name, given now when it has none.</summary>
    internal int IdOf(string name, SqliteTransaction transaction)
    {
        if (_ids.TryGetValue(name, out var id) || _new.TryGetValue(name, out id))
        {
            return id;
        }

        using var command = new SqliteCommand("INSERT INTO name (name) VALUES ($name) RETURNING id", _connection, transaction);
        command.Parameters.AddWithValue("$name", name);
        id = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        _new[name] = id;
        return id;
    }

    /// <summary>The name of an id; a file that lost it says so rather than guess.</summary>
    internal string NameOf(int id) => _names.TryGetValue(id, out var name) ? name : string.Create(CultureInfo.InvariantCulture, $"unknown.{id}");

    /// <summary>The transaction was committed.</summary>
    internal void Committed()
    {
        foreach (var (name, id) in _new)
        {
            Learn(name, id);
        }

        _new.Clear();
    }

    /// <summary>The transaction was not committed: its ids were never given.</summary>
    internal void Forget() => _new.Clear();

    private void Learn(string name, int id) => (_ids[name], _names[id]) = (id, name);
}
