namespace Telemetry.Analytics.Reports.Frozen;

/// <summary>Why a report was not frozen.</summary>
public enum FreezeProblem
{
    /// <summary>It was.</summary>
    None,

    /// <summary>The subject is frozen already: a correction needs its reason.</summary>
    ReasonNeeded,

    /// <summary>The frozen report says the very same.</summary>
    NothingChanged,

    /// <summary>The period has not ended.</summary>
    NotEnded,
}
