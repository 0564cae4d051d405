using System.Diagnostics;

namespace Telemetry.Messaging.Tests.Brokers;

/// <summary>Waits for a condition of a real process, within a bound.</summary>
internal static class Until
{
    internal static void True(Func<bool> condition, string what, double seconds = 10)
    {
        var watch = Stopwatch.StartNew();
        using var tick = new ManualResetEventSlim();
        while (!condition())
        {
            Assert.True(watch.Elapsed.TotalSeconds < seconds, $"waited {seconds} s in vain until {what}");
            tick.Wait(5);
        }
    }
}
