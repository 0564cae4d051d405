using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Telemetry.Analytics.Registry.Store;

/// <summary>The registry's SQLite file: opened, brought up to date, and a context for each piece of work.</summary>
/// <remarks>Steps are numbered by hand in <c>user_version</c>; a step once released is never changed.</remarks>
internal sealed class RegistryFile
{
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE buildings (
            Municipality TEXT NOT NULL, Id TEXT NOT NULL, Name TEXT NOT NULL, Use TEXT NOT NULL, FloorAreaM2 REAL,
            PRIMARY KEY (Municipality, Id));
        CREATE TABLE equipment (
            Municipality TEXT NOT NULL, Gateway TEXT NOT NULL, Device TEXT NOT NULL,
            Building TEXT NOT NULL, Name TEXT NOT NULL, Kind TEXT NOT NULL, Model TEXT NOT NULL,
            PRIMARY KEY (Municipality, Gateway, Device));
        CREATE TABLE points (
            Municipality TEXT NOT NULL, Gateway TEXT NOT NULL, Device TEXT NOT NULL, Name TEXT NOT NULL,
            Quantity TEXT NOT NULL, Unit TEXT NOT NULL, Function TEXT NOT NULL, Accumulation TEXT NOT NULL,
            Carrier TEXT NOT NULL, MeterRole TEXT NOT NULL, EndUse TEXT NOT NULL,
            KWhPerUnit REAL NOT NULL, HeartbeatSeconds REAL NOT NULL, Min REAL, Max REAL, Step REAL,
            PRIMARY KEY (Municipality, Gateway, Device, Name));
        CREATE TABLE gateways (
            Municipality TEXT NOT NULL, Name TEXT NOT NULL, SinceMs INTEGER NOT NULL, PRIMARY KEY (Municipality, Name));
        CREATE TABLE orders (
            Id TEXT NOT NULL PRIMARY KEY, Kind INTEGER NOT NULL,
            Municipality TEXT NOT NULL, Gateway TEXT NOT NULL, Device TEXT NOT NULL, Point TEXT NOT NULL,
            Value REAL, UntilMs INTEGER NOT NULL, RequestedMs INTEGER NOT NULL, ExpiresMs INTEGER NOT NULL,
            "By" TEXT NOT NULL, Reason TEXT NOT NULL);
        CREATE INDEX orders_by_equipment ON orders (Municipality, Gateway, Device, RequestedMs);
        CREATE TABLE reports (
            "Order" TEXT NOT NULL, State INTEGER NOT NULL, AtMs INTEGER NOT NULL, FromCentre INTEGER NOT NULL,
            ReadBack REAL, Refusal INTEGER NOT NULL, "Limit" REAL,
            PRIMARY KEY ("Order", State, AtMs));
        """,
    ];

    private readonly DbContextOptions<RegistryContext> _options;

    internal RegistryFile(string path)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString();
        _options = new DbContextOptionsBuilder<RegistryContext>().UseSqlite(connection).Options;
        try
        {
            Upgrade(path);
        }
        catch (SqliteException wrong)
        {
            throw new RegistryFileException(
                $"The registry '{path}' cannot be used: {wrong.Message} Put a copy back from a backup, or move the file away: gateways tell again what is installed, orders are lost.", wrong);
        }
    }

    /// <summary>A context for one piece of work; the caller disposes it.</summary>
    internal RegistryContext Open() => new(_options);

    private void Upgrade(string path)
    {
        using var context = Open();
        context.Database.OpenConnection();
        context.Database.ExecuteSqlRaw("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        var taken = context.Database.SqlQueryRaw<int>("SELECT user_version AS Value FROM pragma_user_version").Single();
        if (taken > Steps.Length)
        {
            throw new RegistryFileException(string.Create(CultureInfo.InvariantCulture,
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
