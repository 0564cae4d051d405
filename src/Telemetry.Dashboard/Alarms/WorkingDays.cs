namespace Telemetry.Dashboard.Alarms;

/// <summary>The days on which a message that can wait is read.</summary>
internal static class WorkingDays
{
    /// <summary>Whether people work on a day.</summary>
    public static bool Is(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
