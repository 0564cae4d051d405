using Microsoft.Data.Sqlite;

namespace Telemetry.Analytics.History.Sqlite;

/// <summary>Short ways to run a fixed statement.</summary>
internal static class SqliteWords
{
    extension(SqliteConnection connection)
    {
        /// <summary>Runs a fixed text without result.</summary>
        internal void Execute(string text)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this folder.
            command.CommandText = text;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }

        /// <summary>Runs a fixed text and gives its first value.</summary>
        internal object? Scalar(string text)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this folder.
            command.CommandText = text;
#pragma warning restore CA2100
            return command.ExecuteScalar();
        }

        /// <summary>A statement kept ready, with named parameters to fill in.</summary>
        internal SqliteCommand Prepared(string text, params ReadOnlySpan<string> names)
        {
            var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this folder.
            command.CommandText = text;
#pragma warning restore CA2100
            foreach (var name in names)
            {
                command.Parameters.Add(new SqliteParameter(name, null));
            }

            return command;
        }
    }

    extension(SqliteCommand command)
    {
        /// <summary>Fills in the parameters in their order; null is NULL.</summary>
        internal SqliteCommand With(params ReadOnlySpan<object?> values)
        {
            for (var place = 0; place < values.Length; place++)
            {
                command.Parameters[place].Value = values[place] ?? DBNull.Value;
            }

            return command;
        }
    }
}
