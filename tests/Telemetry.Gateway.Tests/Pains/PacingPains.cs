using System.Diagnostics;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Tests.Pains;

/// <summary>The silences that devices need, and coming back after a break.</summary>
public sealed class PacingPains
{
    /// <summary>A wait is cut to whole milliseconds.</summary>
    private const double Rounding = 2;

    [Fact]
    public void Pain05_PacingBetweenFrames_ADeafDeviceAnswersEveryTime()
    {
        using var bus = Deaf((last, now) => Stopwatch.GetElapsedTime(last, now) < TimeSpan.FromMilliseconds(25));
        var paced = PainBus.Target(1, new Pauses { BetweenRequests = TimeSpan.FromMilliseconds(40), BeforeReconnect = TimeSpan.Zero });
        var master = bus.Master();

        Assert.All(Enumerable.Range(10, 5), address => Assert.Equal(address, PainBus.Read(master, paced, (ushort)address)));
    }

    /// <summary>The keys of a profile's file, through the loader, down to the bus.</summary>
    [Fact]
    public void Pain06_PauseLostInAnUpgrade_EachOfTheFileReachesTheBus()
    {
        using var folder = new TemporaryFolder();
        var loaded = ProfileLoader.Load(folder.Write("p.yaml", """
            profile: p
            name: P
            protocol: modbus
            source: this test
            periodSeconds: 10
            pauses: { betweenRequestsMs: 41, onSlaveChangeMs: 42, afterConnectMs: 43, beforeReconnectMs: 44 }
            points:
              - { point: flow.temperature, quantity: Temperature, unit: °C, read: { holding: 0, as: int16 } }
            """), _ => null);
        Assert.Empty(loaded.Problems);

        var pauses = new BusDevice(PainBus.Device(1) with { Profile = loaded.Value! }).Target.Pauses;

        Assert.Equal([41, 42, 43, 44], new[] { pauses.BetweenRequests, pauses.OnSlaveChange, pauses.AfterConnect, pauses.BeforeReconnect }.Select(pause => pause.TotalMilliseconds));
    }

    [Fact]
    public void Pain07_SlaveChange_TheLineRestsBeforeAnotherUnitIsAsked()
    {
        using var bus = Deaf((_, _) => false);
        var timed = new TimedTransport(bus.Transport());
        var (master, pauses) = (bus.Master(timed), new Pauses { OnSlaveChange = TimeSpan.FromMilliseconds(60) });

        PainBus.Read(master, PainBus.Target(1, pauses));
        PainBus.Read(master, PainBus.Target(2, pauses));

        Assert.True(timed.From("done", "asked") >= 60 - Rounding, $"{timed.From("done", "asked")} ms");
    }

    [Fact]
    public void Pain08_WaitAfterConnect_NothingIsAskedBefore()
    {
        using var bus = Deaf((_, _) => false);
        var timed = new TimedTransport(bus.Transport());

        PainBus.Read(bus.Master(timed), PainBus.Target(1, new Pauses { AfterConnect = TimeSpan.FromMilliseconds(60) }));

        Assert.True(timed.From("opened", "asked") >= 60 - Rounding, $"{timed.From("opened", "asked")} ms");
    }

    [Fact]
    public async Task Pain13_ReconnectNeverHappens_ReadAgainWithoutARestart()
    {
        using var bus = new PainBus(PainBus.Right);
        bus.Run(PainBus.Device(1));
        Assert.True(await Wait.ForAsync(() => bus.Good("u1") > 0));

        bus.Server.Kill();
        Assert.True(await Wait.ForAsync(() => bus.Samples.Any(sample => sample.Quality == Quality.NoAnswer)));
        var before = bus.Good("u1");
        bus.Server.StartAgain();

        Assert.True(await Wait.ForAsync(() => bus.Good("u1") > before));
    }

    /// <summary>The wait grows to half a minute and stays there: a device is never given up.</summary>
    [Fact]
    public void Pain13_ReconnectNeverHappens_WaitIsBounded() =>
        Assert.Equal(TimeSpan.FromSeconds(30), new BusDevice(PainBus.Device(1)) { Failures = int.MaxValue }.NextWait(TimeSpan.FromSeconds(1)));

    [Fact]
    public void Pain14_ReconnectTooSoon_TheDeviceHasItsTimeToForget()
    {
        var broken = 1;
        using var bus = new PainBus((socket, request) =>
        {
            if (Interlocked.Exchange(ref broken, 0) == 1)
            {
                socket.Close(0);
                return;
            }

            PainBus.Right(socket, request);
        });
        var timed = new TimedTransport(bus.Transport());
        var (master, target) = (bus.Master(timed), PainBus.Target(1, new Pauses { BeforeReconnect = TimeSpan.FromMilliseconds(80) }));
        Assert.Throws<ModbusException>(() => PainBus.Read(master, target));

        Assert.Equal(10, PainBus.Read(master, target));

        Assert.True(timed.From("done", "open") >= 80 - Rounding, $"{timed.From("done", "open")} ms");
    }

    [Fact]
    public async Task Pain21_StartBurst_FirstPollsAreSpreadOverThePeriod()
    {
        using var bus = new PainBus(PainBus.Right);
        var began = Stopwatch.GetTimestamp();
        bus.Run([.. Enumerable.Range(1, 4).Select(unit => PainBus.Device((byte)unit, 0.4))]);
        Assert.True(await Wait.ForAsync(() => bus.Requests.Select(request => request.Frame[6]).Distinct().Count() == 4));

        var first = bus.Requests.GroupBy(request => request.Frame[6]).ToDictionary(unit => unit.Key, unit => unit.Min(request => request.At));
        Assert.All(first, unit => Assert.True(Stopwatch.GetElapsedTime(began, unit.Value).TotalMilliseconds >= (unit.Key - 1) * 100, $"unit {unit.Key} came too soon"));
    }

    /// <summary>A server that does not hear what comes too soon after its last answer.</summary>
    private static PainBus Deaf(Func<long, long, bool> tooSoon)
    {
        long last = 0;
        return new PainBus((socket, request) =>
        {
            var now = Stopwatch.GetTimestamp();
            if (last == 0 || !tooSoon(last, now))
            {
                last = Stopwatch.GetTimestamp();
                PainBus.Right(socket, request);
            }
        });
    }
}
