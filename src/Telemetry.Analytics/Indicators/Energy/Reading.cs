namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>What a register showed at an instant.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Value">In the register's own unit; a finite number.</param>
public readonly record struct Reading(DateTimeOffset At, double Value)
{
    /// <summary>True when the source marks it as the correction of a reading at the same instant: then it stands, not the first.</summary>
    public bool Corrects { get; init; }
}
