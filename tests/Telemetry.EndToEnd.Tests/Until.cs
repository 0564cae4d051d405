using System.Diagnostics;

namespace Telemetry.EndToEnd.Tests;

/// <summary>Waits for real processes: a condition with a bound, never a nap and a hope.</summary>
internal static class Until
{
    public static async Task TrueAsync(TimeSpan atMost, string what, Func<bool> condition) =>
        await TrueAsync(atMost, what, () => Task.FromResult(condition()));

    public static async Task TrueAsync(TimeSpan atMost, string what, Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < atMost, $"Not within {atMost.TotalSeconds:0} s: {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
