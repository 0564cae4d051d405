using Telemetry.Dashboard.Live;

namespace Telemetry.Dashboard.Boilers;

/// <summary>How late a town that runs faster than its network may be seen. Pure but for the clock's speed.</summary>
internal static class Lateness
{
    // What the alarms give a fast town before they call silence silence, real time.
    private static readonly TimeSpan RealTime = TimeSpan.FromSeconds(15);

    /// <summary>How far the town may lag behind its own clock; zero for one that lives in real time.</summary>
    public static TimeSpan Slack(TimeProvider clock) => Pulse.SpeedOf(clock) is > 1 and var speed ? RealTime * speed : TimeSpan.Zero;

    /// <summary>The instant at which values are judged old: the one the gateway last told, where it lags no more than it may; else the present.</summary>
    /// <param name="now">The present, UTC.</param>
    /// <param name="slack">How far it may lag.</param>
    /// <param name="told">Gives the newest instant the gateway told; asked only where there is any slack.</param>
    public static DateTimeOffset SeenAt(DateTimeOffset now, TimeSpan slack, Func<DateTimeOffset?> told) =>
        slack > TimeSpan.Zero && told() is { } at && at < now && now - at <= slack ? at : now;
}
