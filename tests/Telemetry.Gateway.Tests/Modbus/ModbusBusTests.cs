using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Modbus;

public sealed class ModbusBusTests
{
    [Fact]
    public async Task Samples_DeadDeviceBesideLiveOne_LiveOneGoesOn()
    {
        var asked = new ConcurrentDictionary<byte, int>();
        using var server = new FaultServer((socket, request) =>
        {
            asked.AddOrUpdate(request[6], 1, (_, count) => count + 1);
            if (request[6] == 2)
            {
                socket.Send(FaultServer.Right(request));
            }
        });
        using var bus = Bus(server.Port, Device("dead", 1), Device("live", 2));
        var samples = new ConcurrentQueue<Sample>();
        using var subscription = bus.Samples.Subscribe(samples.Enqueue);

        Assert.True(await Wait.ForAsync(() => samples.Any(sample => sample is { Quality: Quality.NoAnswer, Point.Equipment.Device: "dead" })));
        var before = samples.Count(sample => sample.Point.Equipment.Device == "live");
        var (probes, polls) = (asked.GetValueOrDefault((byte)1), asked.GetValueOrDefault((byte)2));
        Assert.True(await Wait.ForAsync(() => samples.Count(sample => sample.Point.Equipment.Device == "live") >= before + 30));

        // Each probe of the dead one costs one time-out and comes less and less often.
        var (moreProbes, morePolls) = (asked[1] - probes, asked[2] - polls);
        Assert.True(moreProbes * 3 <= morePolls, $"{moreProbes} probes of the dead device against {morePolls} polls of the live one");
        Assert.All(samples.Where(sample => sample.Point.Equipment.Device == "live"), sample => Assert.Equal((10, Quality.Good), (sample.Value, sample.Quality)));
        Assert.All(samples.Where(sample => sample.Point.Equipment.Device == "dead"), sample => Assert.True(double.IsNaN(sample.Value)));
    }

    [Fact]
    public async Task Samples_LineTooSlowForThePeriod_SkippedPollsAreCounted()
    {
        using var slow = new ManualResetEventSlim();
        using var server = new FaultServer((socket, request) =>
        {
            slow.Wait(45);
            socket.Send(FaultServer.Right(request));
        });
        // Three times 45 ms, due every 100 ms.
        using var bus = Bus(server.Port, Device("a", 1), Device("b", 2), Device("c", 3), Device("calm", 4) with { Period = TimeSpan.FromSeconds(20) });
        using var subscription = bus.Samples.Subscribe(_ => { });

        Assert.True(await Wait.ForAsync(() => bus.Devices.Take(3).All(device => device.Skipped > 3)));
        Assert.Equal(0, bus.Devices[3].Skipped);
    }

    /// <summary>Register 10 at each poll, 200 at one poll in three; both at the first, and at the first after the device was dead.</summary>
    [Fact]
    public async Task Samples_PointOfALongerPeriod_ReadAtOnePollInSoMany()
    {
        var asked = new ConcurrentQueue<int>();
        var silent = false;
        using var server = new FaultServer((socket, request) =>
        {
            if (!Volatile.Read(ref silent))
            {
                asked.Enqueue((request[8] << 8) | request[9]);
                socket.Send(FaultServer.Right(request));
            }
        });
        var device = Device("d", 1);
        var slow = device.Points[0].Profile with { Name = "slow", Register = device.Points[0].Profile.Register! with { Address = 200 } };
        device = device with { Points = [.. device.Points, new DevicePoint { Profile = slow, Every = 3, Point = device.Points[0].Point with { Id = new PointId(device.Equipment.Id, "slow") } }] };
        using var bus = Bus(server.Port, device);
        var samples = new ConcurrentQueue<Sample>();
        using var subscription = bus.Samples.Subscribe(samples.Enqueue);

        Assert.True(await Wait.ForAsync(() => asked.Count >= 9));
        Assert.Equal([10, 200, 10, 10, 10, 200, 10, 10, 10], asked.Take(9));

        Volatile.Write(ref silent, value: true);
        Assert.True(await Wait.ForAsync(() => samples.Any(sample => sample is { Quality: Quality.NoAnswer, Point.Name: "slow" })));
        asked.Clear();
        Volatile.Write(ref silent, value: false);

        Assert.True(await Wait.ForAsync(() => asked.Count >= 3));
        Assert.Equal([10, 200, 10], asked.Take(3));
    }

    [Fact]
    public async Task Samples_DeviceRefusesABlock_ItsPointsSayRefused()
    {
        using var server = new FaultServer((socket, request) => socket.Send(FaultServer.Exception(request, 2)));
        using var bus = Bus(server.Port, Device("d", 1));
        var samples = new ConcurrentQueue<Sample>();
        using var subscription = bus.Samples.Subscribe(samples.Enqueue);

        Assert.True(await Wait.ForAsync(() => !samples.IsEmpty));
        Assert.All(samples, sample => Assert.Equal(Quality.DeviceRefused, sample.Quality));
    }

    [Fact]
    public async Task Submit_WhilePolling_RunsOnTheBusAndPollSoonPolls()
    {
        using var server = new FaultServer((socket, request) => socket.Send(FaultServer.Right(request)));
        using var bus = Bus(server.Port, Device("d", 1) with { Period = TimeSpan.FromHours(1) });
        var samples = new ConcurrentQueue<Sample>();
        using var subscription = bus.Samples.Subscribe(samples.Enqueue);
        Assert.True(await Wait.ForAsync(() => samples.Count == 1));

        ushort read = 0;
        Assert.True(bus.Submit(master =>
        {
            Span<ushort> word = stackalloc ushort[1];
            master.Read(new ModbusTarget(1, new Pauses(), TimeSpan.FromSeconds(1)), RegisterKind.Holding, 77, word);
            read = word[0];
        }));
        bus.PollSoon("d");

        Assert.True(await Wait.ForAsync(() => samples.Count == 2 && read == 77));
    }

    private static ModbusBus Bus(int port, params DeviceConfiguration[] devices) => new(
        new BusConfiguration("bus", "127.0.0.1", port), devices, TimeProvider.System,
        () => new TcpTransport("127.0.0.1", port, TimeSpan.FromSeconds(1)), NullLogger.Instance);

    private static DeviceConfiguration Device(string name, byte unit)
    {
        var profile = new PointProfile { Name = "p", Register = new RegisterMap { Kind = RegisterKind.Holding, Address = 10, Type = RegisterType.UInt16 } };
        var equipment = new Equipment { Id = new EquipmentId("m", "g", name), BuildingId = "b", Name = name, Kind = EquipmentKind.Other, Model = "test" };
        return new DeviceConfiguration
        {
            Equipment = equipment,
            Unit = unit,
            Period = TimeSpan.FromMilliseconds(100),
            Profile = new DeviceProfile
            {
                Id = "test",
                Name = "Test",
                Points = [profile],
                Modbus = new ModbusProfile { Timeout = TimeSpan.FromMilliseconds(100), Pauses = new Pauses { BeforeReconnect = TimeSpan.Zero } },
            },
            Points = [new DevicePoint { Profile = profile, Point = new Point { Id = new PointId(equipment.Id, "p"), Quantity = Quantity.Dimensionless, Unit = "" } }],
        };
    }
}
