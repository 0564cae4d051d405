namespace Telemetry.Analytics.Imports;

/// <summary>What was imported, to be read.</summary>
public interface IImports
{
    /// <summary>Rises with each import that changed something.</summary>
    long Edition();

    /// <summary>Names of the series that start so.</summary>
    IReadOnlyList<string> Series(string prefix);

    /// <summary>The values of a series that touch <c>[from, to)</c>, in time order.</summary>
    IReadOnlyList<ImportedValue> Read(string series, DateTimeOffset from, DateTimeOffset to);
}
