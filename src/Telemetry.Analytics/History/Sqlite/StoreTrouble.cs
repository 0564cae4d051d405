using Microsoft.Data.Sqlite;

namespace Telemetry.Analytics.History.Sqlite;

/// <summary>Tells a store in trouble (full, busy, failing) from a message that it will never take.</summary>
internal static class StoreTrouble
{
    // SQLITE_BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOTADB.
    private static readonly HashSet<int> TheStores = [5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 26];

    /// <summary>Whether trying again later may help, for it is not the message's fault.</summary>
    internal static bool IsTheStores(Exception wrong)
    {
        for (Exception? cause = wrong; cause is not null; cause = cause.InnerException)
        {
            if (cause is StoreFileException or ObjectDisposedException or OutOfMemoryException
                || (cause is SqliteException sqlite && TheStores.Contains(sqlite.SqliteErrorCode)))
            {
                return true;
            }
        }

        return false;
    }
}
