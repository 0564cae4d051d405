namespace Telemetry.Gateway.Control.Programmes;

/// <summary>How fast a zone warmed, once.</summary>
/// <param name="Class">After what absence.</param>
/// <param name="At">When, UTC.</param>
/// <param name="KelvinPerHour">Rate, K/h.</param>
/// <param name="Gap">How far it warmed, K; 0 where an older version did not note it.</param>
/// <param name="Outdoor">Outdoor at its beginning, °C; null where not known.</param>
internal sealed record Lesson(AbsenceClass Class, DateTimeOffset At, double KelvinPerHour, double Gap = 0, double? Outdoor = null);
