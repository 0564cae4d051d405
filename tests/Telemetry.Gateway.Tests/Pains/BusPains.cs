using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Configuration.Buses;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Drivers.Modbus.Serial;
using Telemetry.Gateway.Tests.Drivers.Modbus;
using Telemetry.Gateway.Tests.Modbus;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Tests.Pains;

/// <summary>Many devices, one line: who owns it, who waits for whom, and which answer belongs to which question.</summary>
public sealed class BusPains
{
    [Fact]
    public void Pain09_SharedSerialPort_ASecondOwnerIsToldSo()
    {
        using var pty = new RtuPty();
        var settings = new SerialSettings(pty.Ours, 9600, SerialParity.None, 1, Rs485: false);
        using var owner = new SerialLine(settings);
        using var intruder = new SerialLine(settings);
        owner.Open();

        Assert.Contains("another program holds the port", Assert.Throws<ModbusException>(intruder.Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pain09_SharedLine_ManyDevicesOneConnection()
    {
        using var bus = new PainBus(PainBus.Right);
        bus.Run(PainBus.Device(1), PainBus.Device(2), PainBus.Device(3));

        Assert.True(await Wait.ForAsync(() => bus.Good("u1") > 1 && bus.Good("u2") > 1 && bus.Good("u3") > 1));
        Assert.Equal(1, bus.Server.Connections);
    }

    [Fact]
    public async Task Pain10_OneDeadSlave_TheOtherGoesOn()
    {
        using var bus = new PainBus((socket, request) =>
        {
            if (request[6] != 1)
            {
                PainBus.Right(socket, request);
            }
        });
        bus.Run(PainBus.Device(1), PainBus.Device(2));
        Assert.True(await Wait.ForAsync(() => bus.Samples.Any(sample => sample is { Quality: Quality.NoAnswer, Point.Equipment.Device: "u1" })));
        var (before, good) = (bus.Requests.Count, bus.Good("u2"));

        Assert.True(await Wait.ForAsync(() => bus.Good("u2") >= good + 20));
        var since = bus.Requests.Skip(before).ToLookup(request => request.Frame[6]);
        Assert.True(since[1].Count() * 2 <= since[2].Count(), $"{since[1].Count()} probes of the dead one, {since[2].Count()} polls of the other");
    }

    [Fact]
    public void Pain11_LateAnswer_NeverTakenForTheNext()
    {
        byte[]? late = null;
        using var bus = new PainBus((socket, request) =>
        {
            if (late is null)
            {
                late = FaultServer.Right(request);
                return;
            }

            socket.Send(late);
            socket.Send(FaultServer.Right(request));
        });
        var master = bus.Master();
        Assert.Equal(ModbusFault.NoAnswer, Assert.Throws<ModbusException>(() => PainBus.Read(master, PainBus.Target(1), 10)).Fault);

        Assert.All(Enumerable.Range(20, 5), address => Assert.Equal(address, PainBus.Read(master, PainBus.Target(1), (ushort)address)));
        Assert.Equal(2, bus.Server.Connections);
    }

    [Fact]
    public void Pain12_ConverterBreaksTheHeader_ReadOnlyWhereTheSiteSaysLenient()
    {
        using var bus = new PainBus((socket, request) => socket.Send([0, 0, .. FaultServer.Right(request)[2..]]));
        var line = new BusConfiguration("bus", "127.0.0.1", bus.Server.Port);
        var (strict, lenient) = (bus.Master(BusTransport.For(line)), bus.Master(BusTransport.For(line with { Wire = BusWire.LenientTcp })));

        Assert.Equal(ModbusFault.NoAnswer, Assert.Throws<ModbusException>(() => PainBus.Read(strict, PainBus.Target(1))).Fault);
        Assert.Equal(10, PainBus.Read(lenient, PainBus.Target(1)));
    }

    [Fact]
    public void Pain15_OneConnectionOnly_ASecondBusToItIsAProblemOfTheSite()
    {
        using var folder = new TemporaryFolder();
        folder.Write("devices/p.yaml", """
            { profile: p, name: P, protocol: modbus, source: this test, periodSeconds: 10, oneConnection: true,
              points: [{ point: flow.temperature, quantity: Temperature, unit: °C, read: { holding: 0, as: int16 } }] }
            """);
        var site = folder.Write("site.yaml", """
            gateway: g
            name: G
            municipality: m
            buildings: [{ id: b, name: B, use: Other }]
            buses: [{ id: one, modbus: "10.0.0.1:502" }, { id: two, modbus: "10.0.0.1:502" }]
            devices: [{ id: d, name: D, kind: Other, building: b, profile: p, bus: one }]
            """);

        Assert.Contains("remove two", Assert.Single(Installation.Load(site, folder.File("devices"), _ => null).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pain19_WriteBetweenPolls_IsTheNextFrameAndNoneIsMixed()
    {
        using var gate = new ManualResetEventSlim();
        using var bus = new PainBus((socket, request) =>
        {
            gate.Wait(TimeSpan.FromSeconds(5));
            socket.Send(request[7] == 6 ? request : FaultServer.Right(request));
        });
        var slow = PainBus.Device(1) with { Profile = PainBus.Device(1).Profile with { Modbus = new ModbusProfile { Timeout = TimeSpan.FromSeconds(5) } } };
        var fieldBus = bus.Run(slow, slow with { Unit = 2 });
        Assert.True(await Wait.ForAsync(() => bus.Requests.Count == 1));

        Assert.True(fieldBus.Submit(master => master.Write(PainBus.Target(1), 6, 40, [215])));
        gate.Set();

        Assert.True(await Wait.ForAsync(() => bus.Requests.Count >= 4));
        Assert.Equal([3, 6, 3], bus.Requests.Take(3).Select(request => (int)request.Frame[7]));
        Assert.All(bus.Samples, sample => Assert.Equal((10, Quality.Good), (sample.Value, sample.Quality)));
    }

    [Fact]
    public async Task Pain20_QueueWithoutBound_RefusedBeyondSixtyFourAndAllTakenAreDone()
    {
        using var gate = new ManualResetEventSlim();
        using var bus = new PainBus((socket, request) =>
        {
            gate.Wait(TimeSpan.FromSeconds(5));
            PainBus.Right(socket, request);
        });
        var slow = PainBus.Device(1) with { Profile = PainBus.Device(1).Profile with { Modbus = new ModbusProfile { Timeout = TimeSpan.FromSeconds(5) } } };
        var (fieldBus, done) = (bus.Run(slow), 0);
        Assert.True(await Wait.ForAsync(() => bus.Requests.Count == 1));

        Assert.Equal(64, Enumerable.Range(0, 1_000).Count(_ => fieldBus.Submit(_ => Interlocked.Increment(ref done))));
        Assert.Single(bus.Requests);
        gate.Set();

        Assert.True(await Wait.ForAsync(() => Volatile.Read(ref done) == 64 && bus.Good("u1") > 2));
    }
}
