namespace Telemetry.Analytics.Reports.Frozen;

/// <summary>What a report is about.</summary>
public enum ReportKind
{
    /// <summary>One month, day by day.</summary>
    Monthly,

    /// <summary>One year, month by month, with the trajectory.</summary>
    Yearly,

    /// <summary>The emissions of a year, line by line.</summary>
    Carbon,
}
