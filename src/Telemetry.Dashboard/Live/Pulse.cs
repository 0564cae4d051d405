using Telemetry.Messaging.Clock;

namespace Telemetry.Dashboard.Live;

/// <summary>The town's clock on the live stream, so that ages run between two values.</summary>
/// <param name="Now">Unix milliseconds of the town.</param>
/// <param name="Speed">Seconds of the town in one of ours.</param>
internal sealed record Pulse(long Now, double Speed)
{
    public static Pulse Of(TimeProvider clock) => new(clock.GetUtcNow().ToUnixTimeMilliseconds(), SpeedOf(clock));

    /// <summary>How fast the clock runs: 1 for the real one.</summary>
    public static double SpeedOf(TimeProvider clock) => clock is CivilClock civil ? civil.Speed : 1;
}
