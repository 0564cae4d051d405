namespace Telemetry.Analytics.Reports.Actions;

/// <summary>How far an action is.</summary>
public enum ActionState
{
    /// <summary>Decided.</summary>
    Planned,

    /// <summary>Begun.</summary>
    UnderWay,

    /// <summary>Done: its effect is measured from that day on.</summary>
    Done,

    /// <summary>Given up.</summary>
    Dropped,
}
