using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Telemetry.Analytics.History.Sqlite;

/// <summary>A SQLite file of the centre that Entity Framework reads: opened, brought up to date, and a context for each piece of work.</summary>
/// <typeparam name="TContext">The file's tables.</typeparam>
internal abstract class ContextFile<TContext>
    where TContext : DbContext
{
    private readonly Func<DbContextOptions<TContext>, TContext> _make;
    private readonly DbContextOptions<TContext> _options;

    /// <summary>Opens the file, made when it is not there.</summary>
    /// <param name="path">Of the file.</param>
    /// <param name="steps">Its <see cref="NumberedSteps"/>.</param>
    /// <param name="make">A context on it.</param>
    /// <param name="remedy">What to do when it cannot be used, and what that costs.</param>
    /// <exception cref="StoreFileException">It cannot be used, or is of a newer version.</exception>
    protected ContextFile(string path, IReadOnlyList<string> steps, Func<DbContextOptions<TContext>, TContext> make, string remedy)
    {
        _make = make;
        var connection = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString();
        _options = new DbContextOptionsBuilder<TContext>().UseSqlite(connection).Options;
        try
        {
            using var first = new SqliteConnection(connection);
            first.Open();
            first.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            NumberedSteps.Take(first, steps);
        }
        catch (SqliteException wrong)
        {
            throw new StoreFileException($"'{path}' cannot be used: {wrong.Message} {remedy}", wrong);
        }
    }

    /// <summary>A context for one piece of work; the caller disposes it.</summary>
    internal TContext Open() => _make(_options);
}
