namespace Telemetry.Gateway.Control.Heating;

/// <summary>Least run and stop of a burner, starts an hour, and the pump around it: pure.</summary>
internal static class BurnerTimes
{
    private static readonly TimeSpan KickEvery = TimeSpan.FromDays(7);

    /// <summary>How long a burner must still stay as it is; zero when it may change. A safety stop does not ask.</summary>
    internal static TimeSpan Wait(bool isOn, DateTimeOffset since, DateTimeOffset now, TimeSpan leastRun, TimeSpan leastStop)
    {
        var left = since + (isOn ? leastRun : leastStop) - now;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Starts within the hour before an instant.</summary>
    internal static int StartsInHour(IEnumerable<DateTimeOffset> starts, DateTimeOffset now) => starts.Count(start => start > now.AddHours(-1) && start <= now);

    /// <summary>Whether the pump must run: before the burner by its lead, with it, and after it by its overrun.</summary>
    /// <param name="heatWanted">The burner is on, or about to be.</param>
    /// <param name="burnerStoppedAt">When it last stopped; null when it never ran.</param>
    /// <param name="now">The instant.</param>
    /// <param name="overrun">How long the pump carries the boiler's heat away.</param>
    internal static bool PumpMustRun(bool heatWanted, DateTimeOffset? burnerStoppedAt, DateTimeOffset now, TimeSpan overrun) =>
        heatWanted || (burnerStoppedAt is { } stopped && now >= stopped && now - stopped < overrun);

    /// <summary>Whether the burner may start: the pump has run for its lead.</summary>
    internal static bool BurnerMayStart(DateTimeOffset? pumpRunningSince, DateTimeOffset now, TimeSpan lead) => pumpRunningSince is { } since && now - since >= lead;

    /// <summary>Whether a pump that stood still is due for its weekly turn (dégommage).</summary>
    /// <param name="lastRan">When it last ran.</param>
    /// <param name="now">The instant.</param>
    internal static bool KickIsDue(DateTimeOffset lastRan, DateTimeOffset now) => now - lastRan >= KickEvery;
}
