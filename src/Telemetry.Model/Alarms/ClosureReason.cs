namespace Telemetry.Model.Alarms;

/// <summary>Why an alarm was closed. The number is kept in stores: never renumber.</summary>
public enum ClosureReason
{
    /// <summary>It is not.</summary>
    None = 0,

    /// <summary>It went away by itself.</summary>
    ReturnedToNormal = 1,

    /// <summary>Somebody repaired or set something on site.</summary>
    Repaired = 2,

    /// <summary>Works or a visit that were known of.</summary>
    PlannedWork = 3,

    /// <summary>There was no trouble: the measure or the rule was wrong.</summary>
    FalseAlarm = 4,

    /// <summary>Anything else, in the person's words.</summary>
    Other = 5,
}
