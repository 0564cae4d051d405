namespace Telemetry.Gateway.Control.Heating;

/// <summary>Least run and least stop of a burner: pure.</summary>
internal static class BurnerTimes
{
    /// <summary>How long a burner must still stay as it is; zero when it may change. A safety stop does not ask.</summary>
    internal static TimeSpan Wait(bool isOn, DateTimeOffset since, DateTimeOffset now, TimeSpan leastRun, TimeSpan leastStop)
    {
        var left = since + (isOn ? leastRun : leastStop) - now;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
