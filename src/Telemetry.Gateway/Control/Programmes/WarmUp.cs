using Telemetry.Gateway.Control.Heating;

namespace Telemetry.Gateway.Control.Programmes;

/// <summary>A warm-up under way, from which to learn how fast the zone warms: pure.</summary>
/// <param name="Class">After what absence.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Start">Room then, °C.</param>
/// <param name="Target">Set point, °C.</param>
/// <param name="Outdoor">Outdoor then, °C; null when not known.</param>
internal sealed record WarmUp(AbsenceClass Class, DateTimeOffset StartedAt, double Start, double Target, double? Outdoor = null)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(14);

    /// <summary>One look further.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="room">Room, °C; null spoils the lesson, as a fault or a forced mode does.</param>
    /// <param name="spoilt">Whether something else than the programme heats or does not.</param>
    /// <returns>The warm-up that goes on, or null when it is over; and what it taught.</returns>
    internal (WarmUp? Next, Lesson? Lesson) Look(DateTimeOffset now, double? room, bool spoilt)
    {
        if (spoilt || room is not { } measured)
        {
            return (null, null);
        }

        var time = now - StartedAt;
        if (measured < Target - OptimumStart.Aim && time < Longest)
        {
            return (this, null);
        }

        var rate = (measured - Start) / Math.Max(time.TotalHours, 1e-6);
        return (null, time >= Shortest && OptimumStart.IsCredible(rate) ? new Lesson(Class, now, rate, measured - Start, Outdoor) : null);
    }
}
