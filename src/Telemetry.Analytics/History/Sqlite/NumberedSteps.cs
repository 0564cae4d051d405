using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Telemetry.Analytics.History.Sqlite;

/// <summary>Brings a file of the centre up to date: numbered steps, <c>user_version</c> says how many were taken.</summary>
/// <remarks>A step once released is never changed: a newer need is a newer step.</remarks>
internal static class NumberedSteps
{
    /// <summary>Takes the steps that are missing, each whole or not at all.</summary>
    /// <exception cref="StoreFileException">The file was written by a newer version.</exception>
    internal static void Take(SqliteConnection connection, IReadOnlyList<string> steps)
    {
        var taken = Convert.ToInt32(connection.Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture);
        if (taken > steps.Count)
        {
            throw new StoreFileException(string.Create(CultureInfo.InvariantCulture,
                $"'{connection.DataSource}' was written by a newer version (schema {taken}, this one knows {steps.Count}): install that version again, or move the file away."));
        }

        for (var step = taken; step < steps.Count; step++)
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute(steps[step]);
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {step + 1}"));
            transaction.Commit();
        }
    }
}
