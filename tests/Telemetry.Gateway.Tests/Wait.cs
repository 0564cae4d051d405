namespace Telemetry.Gateway.Tests;

/// <summary>Waits for a condition of a real process or thread, within a bound.</summary>
internal static class Wait
{
    internal static async Task<bool> ForAsync(Func<bool> condition, double seconds = 15)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromSeconds(seconds))
            {
                return false;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        return true;
    }
}
