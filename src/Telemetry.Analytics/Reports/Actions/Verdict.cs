namespace Telemetry.Analytics.Reports.Actions;

/// <summary>What a person said of an anomaly.</summary>
/// <param name="Anomaly">The anomaly's key.</param>
/// <param name="FalseAlarm">True for a false alarm; false when it is explained.</param>
/// <param name="Reason">Why; never empty.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record Verdict(string Anomaly, bool FalseAlarm, string Reason, string By, DateTimeOffset At);
