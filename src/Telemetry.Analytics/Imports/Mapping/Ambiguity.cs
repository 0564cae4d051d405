namespace Telemetry.Analytics.Imports.Mapping;

/// <summary>Which instant a local time means in the hour that happens twice in autumn.</summary>
public enum Ambiguity
{
    /// <summary>By the order of the rows: the first time round, then, where the clock falls back, the second.</summary>
    Order,

    /// <summary>Always the first (summer time).</summary>
    First,

    /// <summary>Always the second (winter time).</summary>
    Second,

    /// <summary>Rows of that hour are refused.</summary>
    Refuse,
}
