using Telemetry.Messaging.Clock;

namespace Telemetry.Gateway.Configuration;

/// <summary>How long to really wait for a span of the town's time.</summary>
internal static class Pace
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    /// <summary>The span divided by the town's speed, never under 100 ms.</summary>
    internal static TimeSpan Real(TimeProvider clock, TimeSpan span)
    {
        var real = clock is CivilClock civil ? span / civil.Speed : span;
        return real < Shortest ? Shortest : real;
    }
}
