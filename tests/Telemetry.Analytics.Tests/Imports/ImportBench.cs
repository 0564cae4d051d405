using System.Text;
using Telemetry.Analytics.History.Sqlite;
using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Imports.Mapping;
using Telemetry.Analytics.Imports.Store;

namespace Telemetry.Analytics.Tests.Imports;

/// <summary>Real stores in a folder of one test, and files written by hand.</summary>
internal sealed class ImportBench : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("imports-");

    internal ImportBench()
    {
        Store = new ImportStore(Path.Combine(_folder.FullName, "imports.db"));
        History = new SqliteHistory(Path.Combine(_folder.FullName, "history.db"));
    }

    internal ImportStore Store { get; }

    internal SqliteHistory History { get; }

    internal static ImportMapping Mapping(string yaml)
    {
        var (mapping, problems) = MappingFile.Parse(yaml, "test.yaml");
        Assert.Empty(problems);
        return mapping!;
    }

    internal ImportOutcome Run(string file, string yaml, bool dryRun = false)
    {
        var outcome = new ImportRun(Store, History, new SetClock(new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero))).Run(file, Mapping(yaml), "test", dryRun);
        Assert.Null(outcome.Problem);
        return outcome;
    }

    internal string File(string text, Encoding? encoding = null) => File((encoding ?? new UTF8Encoding(false)).GetPreamble().Concat((encoding ?? new UTF8Encoding(false)).GetBytes(text)).ToArray());

    internal string File(byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, Guid.NewGuid().ToString("N") + ".csv");
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    internal IReadOnlyList<ImportedValue> All(string series) => Store.Read(series, new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public void Dispose()
    {
        Store.Dispose();
        History.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
