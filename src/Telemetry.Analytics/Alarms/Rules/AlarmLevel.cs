namespace Telemetry.Analytics.Alarms.Rules;

/// <summary>What one line of the catalogue looks at.</summary>
public enum AlarmLevel
{
    /// <summary>Each matching point by itself.</summary>
    Point,

    /// <summary>An equipment as a whole.</summary>
    Equipment,

    /// <summary>A gateway as a whole.</summary>
    Gateway,

    /// <summary>The centre itself.</summary>
    Centre,
}
