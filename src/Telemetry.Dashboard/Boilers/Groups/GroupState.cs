namespace Telemetry.Dashboard.Boilers.Groups;

/// <summary>Where one boiler room of a group is.</summary>
internal enum GroupState
{
    /// <summary>Its turn has not come.</summary>
    Waiting,

    /// <summary>Its order is on its way.</summary>
    Sent,

    /// <summary>Read back from its device.</summary>
    Done,

    /// <summary>Refused, not confirmed, or not answered.</summary>
    Failed,

    /// <summary>Never sent, and it never will be: the group ended before its turn.</summary>
    NotSent,
}
