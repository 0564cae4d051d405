using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Health;

namespace Telemetry.Gateway.Tests.Health;

/// <summary>systemd hears of a gateway only while its loops go round.</summary>
public sealed class WatchdogTests
{
    [Theory]
    [InlineData("60000000", null, 30)]
    [InlineData("60000000", "42", 30)]
    [InlineData("60000000", "43", null)]
    [InlineData("0", null, null)]
    [InlineData(null, null, null)]
    [InlineData("soon", null, null)]
    public void Period_Environment_HalfOfIt(string? microseconds, string? process, int? seconds) =>
        Assert.Equal(seconds, Watchdog.Period(name => name == "WATCHDOG_USEC" ? microseconds : process, 42)?.TotalSeconds);

    [Fact]
    public void Look_LoopThatBrokeItsPromise_Silence()
    {
        var pulse = new Pulse();
        var board = new StatusBoard(Installation.Load(Repository.Site("ecole"), Repository.Devices, _ => null).Value!, TimeProvider.System)
        {
            Sources = new StatusSources { Uplink = pulse },
        };
        var systemd = new Systemd();
        using var watchdog = new Watchdog(systemd, board, NullLogger<Watchdog>.Instance);

        pulse.Beat();
        watchdog.Look();
        Assert.Equal(1, systemd.Heard);

        // A promise that lies a minute in the past.
        pulse.Beat(TimeSpan.FromMinutes(-2));
        watchdog.Look();
        Assert.Equal(1, systemd.Heard);
        Assert.Equal(["uplink"], board.Stuck());

        pulse.Beat();
        watchdog.Look();
        Assert.Equal(2, systemd.Heard);
    }

    private sealed class Systemd : ISystemdNotifier
    {
        internal int Heard { get; private set; }

        public bool IsEnabled => true;

        public void Notify(ServiceState state) => Heard += state.ToString() == "WATCHDOG=1" ? 1 : 0;
    }
}
