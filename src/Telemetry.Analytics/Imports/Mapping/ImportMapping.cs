namespace Telemetry.Analytics.Imports.Mapping;

/// <summary>How a CSV file is read: written once for a supplier, used for every file of his.</summary>
public sealed record ImportMapping
{
    /// <summary>The mapping's own name: its file.</summary>
    public required string Name { get; init; }

    /// <summary>What the rows are.</summary>
    public required ImportKind Kind { get; init; }

    /// <summary>Between cells; null to be found among <c>;</c> <c>,</c> tab and <c>|</c>.</summary>
    public string? Delimiter { get; init; }

    /// <summary>The decimal sign of numbers.</summary>
    public char Decimal { get; init; } = '.';

    /// <summary>The text's encoding; null: byte order mark, else UTF-8 when it is, else Windows-1252.</summary>
    public string? Encoding { get; init; }

    /// <summary>Names of the columns of a file without header; empty when a line of the file names them.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Cells that mean « no value », beside the empty one.</summary>
    public IReadOnlySet<string> Missing { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "ND", "-", "NaN", "NA", "null", "n/a" };

    /// <summary>When.</summary>
    public required TimeColumns Time { get; init; }

    /// <summary>What.</summary>
    public required IReadOnlyList<ValueColumn> Values { get; init; }

    /// <summary>Only rows in which these columns hold these texts; others are passed over and counted.</summary>
    public IReadOnlyDictionary<string, string> Only { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The column that says a row is estimated rather than measured, and the texts that say so.</summary>
    public (string Column, IReadOnlySet<string> Texts)? Estimated { get; init; }

    /// <summary>A column whose text is kept beside the value: an invoice's number, a holiday's name.</summary>
    public string? Note { get; init; }

    /// <summary>Least and most a value may be, in the unit kept; outside, the row is refused.</summary>
    public (double Least, double Most) Bounds { get; init; } = (double.NegativeInfinity, double.PositiveInfinity);
}
