namespace Telemetry.Gateway.Control.Programmes;

/// <summary>How fast a zone warmed, once.</summary>
/// <param name="Class">After what absence.</param>
/// <param name="At">When, UTC.</param>
/// <param name="KelvinPerHour">Rate, K/h.</param>
internal sealed record Lesson(AbsenceClass Class, DateTimeOffset At, double KelvinPerHour);
