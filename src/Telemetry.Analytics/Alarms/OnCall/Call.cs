using Telemetry.Model.Alarms;

namespace Telemetry.Analytics.Alarms.OnCall;

/// <summary>A step of an alarm's escalation that was taken.</summary>
/// <param name="Alarm">The alarm.</param>
/// <param name="Returns">How often it had come back by then: each return is told again.</param>
/// <param name="Severity">How bad it was: a worse one is told again.</param>
/// <param name="Step">The rank called, 1 to 3; 0 for the word that all is well again; above 3 for reminders.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Person">Who was told; empty when nobody was on call.</param>
public sealed record Call(Guid Alarm, int Returns, Severity Severity, int Step, DateTimeOffset At, string Person)
{
    /// <summary>The step that says all is well again.</summary>
    public const int Restored = 0;
}
