using FirmwareSim.Physics;
using FirmwareSim.Scenarios;
using FirmwareSim.Town;

namespace Telemetry.FirmwareSim.Tests;

/// <summary>A town for a test: a cold weather that never changes, a known Monday, faults to taste.</summary>
internal sealed class Quarter
{
    /// <summary>A Monday of November, 09:00 in Paris.</summary>
    internal static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    internal Quarter(double outdoorC = 3, DateTimeOffset? start = null, params (Fault Fault, string Target, double From, double For)[] faults)
    {
        var begin = start ?? Monday;
        var events = faults.Select(item => new FaultEvent(item.Fault, item.Target, begin.AddSeconds(item.From), begin.AddSeconds(item.From + item.For), 2));
        Town = new SimulatedTown(1, new Steady(outdoorC), new FaultBoard([.. events]), begin);
    }

    internal SimulatedTown Town { get; }

    internal void Live(double hours)
    {
        var to = Town.Instant.AddHours(hours);
        for (var next = Town.Instant; next < to;)
        {
            next = next.AddHours(1) < to ? next.AddHours(1) : to;
            Assert.True(Town.AdvanceTo(next, 100_000));
        }
    }

    private sealed class Steady(double outdoorC) : IWeather
    {
        public Sky At(DateTimeOffset instant) => new(outdoorC, Sun.GlobalW(instant, 0.3));
    }
}
