namespace Telemetry.Model.Schedules;

/// <summary>A change to come.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="To">What holds from then.</param>
public sealed record TimetableChange(DateTimeOffset At, Timetabled To);
