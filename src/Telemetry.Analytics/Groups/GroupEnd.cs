namespace Telemetry.Analytics.Groups;

/// <summary>How a group of orders ended. The number is kept in stores: never renumber.</summary>
public enum GroupEnd
{
    /// <summary>Every one of its orders was given.</summary>
    Over = 1,

    /// <summary>More than one in ten failed: the rest was not given.</summary>
    Stopped = 2,

    /// <summary>The centre was restarted: the rest was not given.</summary>
    Restarted = 3,

    /// <summary>The centre could not write an order down: that one and the rest were not given.</summary>
    Unwritten = 4,
}
