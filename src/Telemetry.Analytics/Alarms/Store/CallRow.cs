namespace Telemetry.Analytics.Alarms.Store;

/// <summary>A step of the escalation of an alarm that was taken, as it is kept: taken once, whatever restarts.</summary>
internal sealed class CallRow
{
    public required Guid Alarm { get; init; }

    public required int Returns { get; init; }

    public required int Severity { get; init; }

    public required int Step { get; init; }

    public required long AtMs { get; init; }

    /// <summary>Who was told; empty when nobody was on call.</summary>
    public required string Person { get; init; }
}
