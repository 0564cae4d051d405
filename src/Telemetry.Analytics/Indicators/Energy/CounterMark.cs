namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>What was decided about one reading of a register.</summary>
public enum CounterMark
{
    /// <summary>Plausible: counted from the reference before it.</summary>
    Measured,

    /// <summary>The register passed its modulus.</summary>
    Rollover,

    /// <summary>The meter was replaced, and somebody declared the last and first index.</summary>
    Replacement,

    /// <summary>A register known to restart at zero did so; what it counted between the last reading and the restart is lost.</summary>
    Reset,

    /// <summary>A false zero, a spike or an implausible step: not counted, the reference stays.</summary>
    Rejected,

    /// <summary>The same instant again: the first reading stands.</summary>
    Duplicate,

    /// <summary>Doubtful, and nothing yet says which way.</summary>
    Doubtful,

    /// <summary>The register stood still longer than it ever rests and then caught up: counted, and spread over the whole run.</summary>
    CaughtUp,

    /// <summary>A new reference after a fall nobody explained, confirmed by the readings that follow: what lies before is not counted.</summary>
    Rebased,
}
