namespace Telemetry.Analytics.Reports.Frozen;

/// <summary>Everything a report says, in numbers and words of no language: what is frozen and fingerprinted.</summary>
public sealed record ReportContent
{
    /// <summary>What it is about.</summary>
    public required ReportKind Kind { get; init; }

    /// <summary>The municipality's slug.</summary>
    public required string Municipality { get; init; }

    /// <summary>The period's word: <c>2025</c>, <c>2026-10</c>.</summary>
    public required string Period { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Day after the last.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Date of the data: readings that came later are not in it.</summary>
    public required DateTimeOffset DataOf { get; init; }

    /// <summary>Buildings in it, by name.</summary>
    public required IReadOnlyList<string> Perimeter { get; init; }

    /// <summary>The factor set used, with its edition.</summary>
    public required string FactorSet { get; init; }

    /// <summary>The weather station of the correction; empty when there is none.</summary>
    public required string Station { get; init; }

    /// <summary>What must be looked at before signing.</summary>
    public required IReadOnlyList<string> ToCheck { get; init; }

    /// <summary>The tables.</summary>
    public required IReadOnlyList<ReportTable> Tables { get; init; }

    /// <summary>The table of a name; null when the report has none.</summary>
    public ReportTable? Table(string key) => Tables.FirstOrDefault(table => table.Key == key);
}
