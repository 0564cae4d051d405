using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Telemetry.Analytics.Programmes.Store;

/// <summary>The programmes' own SQLite file: a copy of it is a copy of every week ever planned.</summary>
/// <remarks>Steps are numbered by hand in <c>user_version</c>, as in the registry; a step once released is never changed.</remarks>
internal sealed class ProgrammeFile
{
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE programmes (
            Id TEXT NOT NULL PRIMARY KEY, Equipment TEXT NOT NULL, Version INTEGER NOT NULL, Json BLOB NOT NULL,
            State INTEGER NOT NULL, AtMs INTEGER NOT NULL, Refusal INTEGER NOT NULL, "Limit" REAL);
        CREATE INDEX programmes_by_equipment ON programmes (Equipment, Version);
        """,
    ];

    private readonly DbContextOptions<ProgrammeContext> _options;

    internal ProgrammeFile(string path)
    {
        _options = new DbContextOptionsBuilder<ProgrammeContext>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString()).Options;
        try
        {
            Upgrade(path);
        }
        catch (SqliteException wrong)
        {
            throw new ProgrammeFileException(
                $"The programmes '{path}' cannot be used: {wrong.Message} Put a copy back from a backup, or move the file away: gateways tell the version they run, older ones are lost.", wrong);
        }
    }

    /// <summary>A context for one piece of work; the caller disposes it.</summary>
    internal ProgrammeContext Open() => new(_options);

    private void Upgrade(string path)
    {
        using var context = Open();
        context.Database.OpenConnection();
        context.Database.ExecuteSqlRaw("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        var taken = context.Database.SqlQueryRaw<int>("SELECT user_version AS Value FROM pragma_user_version").Single();
        if (taken > Steps.Length)
        {
            throw new ProgrammeFileException(string.Create(CultureInfo.InvariantCulture,
                $"'{path}' was written by a newer version (schema {taken}, this one knows {Steps.Length}): install that version again, or move the file away."));
        }

        for (var step = taken; step < Steps.Length; step++)
        {
            using var transaction = context.Database.BeginTransaction();
#pragma warning disable EF1002, EF1003 // Constants of this file.
            context.Database.ExecuteSqlRaw(Steps[step]);
            context.Database.ExecuteSqlRaw(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {step + 1}"));
#pragma warning restore EF1002, EF1003
            transaction.Commit();
        }
    }
}
