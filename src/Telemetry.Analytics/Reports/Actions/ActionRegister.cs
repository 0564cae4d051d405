using Microsoft.Data.Sqlite;
using Telemetry.Analytics.History.Sqlite;

namespace Telemetry.Analytics.Reports.Actions;

/// <summary>The register of actions in the office's file.</summary>
internal sealed class ActionRegister(OfficeFile file, TimeProvider clock) : IActions
{
    private const string Columns = "SELECT id, building, title, owner, due, state, cost, expected_kwh, done, origin FROM actions ";

    /// <inheritdoc />
    public IReadOnlyList<EnergyAction> All()
    {
        using var connection = file.Open();
        using var command = connection.Prepared(Columns + "ORDER BY state IN ('Done', 'Dropped'), due, id");
        return Read(command);
    }

    /// <inheritdoc />
    public EnergyAction? Find(long id)
    {
        using var connection = file.Open();
        using var command = connection.Prepared(Columns + "WHERE id = $i", "$i").With(id);
        return Read(command) is [var action] ? action : null;
    }

    /// <inheritdoc />
    public EnergyAction Add(EnergyAction action, string by)
    {
        ArgumentNullException.ThrowIfNull(action);
        using var connection = file.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        using var insert = connection.Prepared(
            """
            INSERT INTO actions (building, title, owner, due, state, cost, expected_kwh, done, origin, who, at_ms)
            VALUES ($b, $t, $o, $d, $s, $c, $e, $f, $a, $w, $m) RETURNING id
            """, "$b", "$t", "$o", "$d", "$s", "$c", "$e", "$f", "$a", "$w", "$m");
        var id = (long)insert.With(
            action.Building, action.Title, action.Owner, action.Due.DayNumber, action.State.ToString(), action.Cost, action.ExpectedKWh, action.Done?.DayNumber,
            action.Origin, by, clock.GetUtcNow().ToUnixTimeMilliseconds()).ExecuteScalar()!;
        var kept = action with { Id = id };
        Note(connection, kept, by, "");
        transaction.Commit();
        return kept;
    }

    /// <inheritdoc />
    public void Move(EnergyAction action, string by, string note)
    {
        ArgumentNullException.ThrowIfNull(action);
        using var connection = file.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        using var update = connection.Prepared(
            "UPDATE actions SET title = $t, owner = $o, due = $d, state = $s, cost = $c, expected_kwh = $e, done = $f WHERE id = $i",
            "$t", "$o", "$d", "$s", "$c", "$e", "$f", "$i");
        update.With(
            action.Title, action.Owner, action.Due.DayNumber, action.State.ToString(), action.Cost, action.ExpectedKWh, action.Done?.DayNumber, action.Id).ExecuteNonQuery();
        Note(connection, action, by, note);
        transaction.Commit();
    }

    private void Note(SqliteConnection connection, EnergyAction action, string by, string note)
    {
        using var step = connection.Prepared(
            "INSERT INTO action_steps (action, at_ms, who, state, owner, due, note) VALUES ($i, $m, $w, $s, $o, $d, $n)", "$i", "$m", "$w", "$s", "$o", "$d", "$n");
        step.With(action.Id, clock.GetUtcNow().ToUnixTimeMilliseconds(), by, action.State.ToString(), action.Owner, action.Due.DayNumber, note).ExecuteNonQuery();
    }

    private static List<EnergyAction> Read(SqliteCommand command)
    {
        using var row = command.ExecuteReader();
        var actions = new List<EnergyAction>();
        while (row.Read())
        {
            actions.Add(new EnergyAction
            {
                Id = row.GetInt64(0),
                Building = row.GetString(1),
                Title = row.GetString(2),
                Owner = row.GetString(3),
                Due = DateOnly.FromDayNumber(row.GetInt32(4)),
                State = Enum.Parse<ActionState>(row.GetString(5)),
                Cost = row.IsDBNull(6) ? null : row.GetDouble(6),
                ExpectedKWh = row.IsDBNull(7) ? null : row.GetDouble(7),
                Done = row.IsDBNull(8) ? null : DateOnly.FromDayNumber(row.GetInt32(8)),
                Origin = row.GetString(9),
            });
        }

        return actions;
    }
}
