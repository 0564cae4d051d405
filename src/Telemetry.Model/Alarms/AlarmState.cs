namespace Telemetry.Model.Alarms;

/// <summary>Where an alarm is in its life.</summary>
public enum AlarmState
{
    /// <summary>The trouble is there and nobody has taken charge of it.</summary>
    Raised,

    /// <summary>The trouble is there and somebody has taken charge of it.</summary>
    Acknowledged,

    /// <summary>The trouble is gone; the alarm waits for somebody to close it with a reason.</summary>
    Cleared,

    /// <summary>Over, with a reason.</summary>
    Closed,
}
