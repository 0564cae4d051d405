using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Tests.Drivers.Modbus;
using Telemetry.Gateway.Tests.Modbus;
using Telemetry.Gateway.Tests.Processes;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Faults;

/// <summary>Delay, crumbs, a line that stands still, cuts: between the gateway and its devices, and between the gateway and its broker.</summary>
public sealed class BadLineTests
{
    private static readonly byte[] Units = [1, 2, 3];

    /// <summary>Three devices of one converter, each with a register of its own: a value of another would be seen.</summary>
    [Fact]
    public async Task ModbusBus_BadLine_ComesBackEachTimeAndNeverMixesAnswers()
    {
        using var server = new FaultServer((socket, request) => socket.Send(FaultServer.Right(request)));
        using var line = new FaultProxy(server.Port);
        var heard = new ConcurrentQueue<Sample>();
        using var bus = new ModbusBus(
            new BusConfiguration("bus", "127.0.0.1", line.Port), [.. Units.Select(Device)], TimeProvider.System,
            () => new TcpTransport("127.0.0.1", line.Port, TimeSpan.FromSeconds(1)), NullLogger.Instance);
        using var subscription = bus.Samples.Subscribe(heard.Enqueue);
        await GoodAsync(heard, "a good line");

        (line.Delay, line.Crumb) = (TimeSpan.FromMilliseconds(20), 1);
        await GoodAsync(heard, "slow and in crumbs");

        line.StandsStill = true;
        Assert.True(await Wait.ForAsync(() => Units.All(unit => Last(heard, unit).Quality == Quality.NoAnswer)), "nobody answers on a line that stands still");
        line.StandsStill = false;
        await GoodAsync(heard, "after it stood still");

        for (var cut = 0; cut < 10; cut++)
        {
            line.Cut();
            await Task.Delay(TimeSpan.FromMilliseconds(37 * (cut % 4)), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await GoodAsync(heard, "after ten cuts");
        Assert.All(heard.Where(sample => !sample.Quality.IsBad), sample => Assert.Equal($"u{sample.Value / 10}", sample.Point.Equipment.Device));
    }

    [Fact]
    public async Task Uplink_BadLine_EverySequenceArrives()
    {
        var register = 0;
        using var meter = new FaultServer((socket, request) => socket.Send(FaultServerBits.Words(request, [0, Interlocked.Increment(ref register) & 0x7FFF])));
        using var rig = new GatewayRig();
        using var broker = await rig.BrokerAsync();
        using var centre = rig.Centre();
        using var line = new FaultProxy(rig.BrokerPort);
        using var gateway = await rig.GatewayAsync(meter.Port, line.Port);
        async Task ArriveAsync(string when)
        {
            var before = rig.Received.Count;
            Assert.True(await Wait.ForAsync(() => rig.Received.Count >= before + 3, 40), $"{when}\n{string.Join('\n', gateway.Lines)}");
        }

        await ArriveAsync("a good line");
        (line.Delay, line.Crumb) = (TimeSpan.FromMilliseconds(120), 7);
        await ArriveAsync("slow and in crumbs");
        for (var cut = 0; cut < 4; cut++)
        {
            line.Cut();
            await ArriveAsync($"after cut {cut + 1}");
        }

        line.StandsStill = true;
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, TestContext.Current.CancellationToken);
        line.Cut();
        (line.StandsStill, line.Delay, line.Crumb) = (false, TimeSpan.Zero, int.MaxValue);
        await ArriveAsync("after it stood still and broke");

        Assert.True(await Wait.ForAsync(() => rig.Received.Count == rig.Received.Keys.Max()), "a sequence is missing");
        Assert.Single(rig.Outboxes);
        Assert.True(line.Connections >= 6, $"{line.Connections} connections");
        // The counter of the meter shows whether a reading was lost on the way, not only a batch.
        var values = rig.Values.Distinct().Order().ToList();
        Assert.Equal(values.Count, values[^1] - values[0] + 1);
    }

    private static async Task GoodAsync(ConcurrentQueue<Sample> heard, string when)
    {
        var from = heard.Count;
        Assert.True(
            await Wait.ForAsync(() => Units.All(unit => heard.Skip(from).Count(sample => sample.Quality == Quality.Good && sample.Point.Equipment.Device == $"u{unit}") >= 2), 40),
            $"{when}: {string.Join(' ', heard.Skip(from).Select(sample => $"{sample.Point.Equipment.Device}={sample.Value}/{sample.Quality}"))}");
    }

    private static Sample Last(ConcurrentQueue<Sample> heard, byte unit) => heard.Last(sample => sample.Point.Equipment.Device == $"u{unit}");

    /// <summary>Unit n reads register 10 n, whose value is its address.</summary>
    private static DeviceConfiguration Device(byte unit)
    {
        var modbus = new ModbusProfile { Timeout = TimeSpan.FromMilliseconds(250), Pauses = new Pauses { BeforeReconnect = TimeSpan.Zero } };
        var device = Points.Device(modbus, Points.Of("p", (ushort)(10 * unit)));
        var equipment = device.Equipment with { Id = new EquipmentId("m", "g", $"u{unit}") };
        return device with
        {
            Equipment = equipment,
            Unit = unit,
            Period = TimeSpan.FromSeconds(0.2),
            Points = [.. device.Points.Select(point => point with { Point = point.Point with { Id = new PointId(equipment.Id, "p") } })],
        };
    }
}
