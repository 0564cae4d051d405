using Telemetry.Analytics.Imports.Mapping;

namespace Telemetry.Analytics.Imports;

/// <summary>What an import did, or would do.</summary>
public sealed record ImportOutcome
{
    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>Why nothing was read at all; null when the file was read.</summary>
    public ImportProblem? Problem { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Rows under the header.</summary>
    public int Rows { get; init; }

    /// <summary>Rows the mapping does not ask for.</summary>
    public int PassedOver { get; init; }

    /// <summary>Cells without value: gaps, never zeros.</summary>
    public int Missing { get; init; }

    /// <summary>Rows not taken, with line and reason.</summary>
    public IReadOnlyList<RefusedRow> Refused { get; init; } = [];

    /// <summary>By series.</summary>
    public IReadOnlyList<ImportedSeries> Series { get; init; } = [];

    /// <summary>Values added in all.</summary>
    public int Added => Series.Sum(series => series.Added);

    /// <summary>Values changed in all.</summary>
    public int Changed => Series.Sum(series => series.Changed);

    /// <summary>Values that were there already.</summary>
    public int Same => Series.Sum(series => series.Same);

    /// <summary>Whether nothing was kept: only looked at.</summary>
    public bool DryRun { get; init; }
}
