namespace Telemetry.Model.Settings;

/// <summary>How a setting that the gateway keeps stands in the local controller. The number travels as a point: never renumber.</summary>
public enum KeptState
{
    /// <summary>The controller keeps its own.</summary>
    None = 0,

    /// <summary>Written and read back, and still so.</summary>
    Kept = 1,

    /// <summary>Not written yet: an interlock, a silence or a reservation stands before it. It is tried again.</summary>
    Waiting = 2,

    /// <summary>Somebody changed it on site since: left as it is, and told.</summary>
    ChangedOnSite = 3,
}
