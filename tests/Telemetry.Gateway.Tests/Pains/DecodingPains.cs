using Telemetry.Gateway.Commissioning;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Pipeline;
using Telemetry.Gateway.Tests.Drivers.Modbus;
using Telemetry.Gateway.Tests.Modbus;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Pains;

/// <summary>What the registers mean: order, address, holes, blocks, no value, write function.</summary>
public sealed class DecodingPains
{
    [Theory]
    [InlineData("Big", "ABCD", 0x4366, 0x0000)]
    [InlineData("Little", "CDAB", 0x0000, 0x4366)]
    [InlineData("BigSwapped", "BADC", 0x6643, 0x0000)]
    [InlineData("LittleSwapped", "DCBA", 0x0000, 0x6643)]
    public void Pain01_WordOrder_EachIsDecodedAndTheRightOneIsFound(string order, string line, int first, int second)
    {
        var map = new RegisterMap { Kind = RegisterKind.Holding, Address = 0, Type = RegisterType.Float32, Order = Enum.Parse<WordOrder>(order) };

        Assert.Equal((230, Quality.Good), RegisterDecoder.Decode(map, [(ushort)first, (ushort)second]));
        Assert.Equal(line, Assert.Single(FourDecodings.Of([(ushort)first, (ushort)second]), row => row.Values.Any(value => value is ("float32", 230))).Order);
    }

    [Fact]
    public void Pain02_OffByOneAddress_TravelsAsWrittenAndARefusalSaysToTakeOneAway()
    {
        using var bus = new PainBus((socket, request) => socket.Send(request[9] == 99 ? FaultServer.Right(request) : FaultServer.Exception(request, 2)));
        var master = bus.Master();

        Assert.Equal(99, PainBus.Read(master, PainBus.Target(1), 99));
        var refused = Assert.Throws<ModbusException>(() => PainBus.Read(master, PainBus.Target(1), 100));
        Assert.Contains("take 1 away", ReadScreen.Advice(new Language(IsFrench: false), refused), StringComparison.Ordinal);
    }

    [Fact]
    public void Pain03_HolesInRanges_SplitOnceThenRemembered()
    {
        var (clock, master, samples) = (new Control.HandClock(), new CannedMaster().Serve(10, 11, 13, 14), new List<Sample>());
        var device = new BusDevice(Points.Device(new ModbusProfile(), Points.Of("a", 10), Points.Of("b", 11), Points.Of("c", 13), Points.Of("d", 14)));
        var poller = new DevicePoller(clock, new HoleBook(clock));
        poller.Poll(master, device, System.Reactive.Observer.Create<IReadOnlyList<Sample>>(samples.AddRange));
        Assert.Equal([10.0, 11, 13, 14], samples.Select(sample => sample.Value).Order());

        master.Reads.Clear();
        poller.Poll(master, device, System.Reactive.Observer.Create<IReadOnlyList<Sample>>(samples.AddRange));

        Assert.Equal(["10+2", "13+2"], master.Reads);
    }

    [Fact]
    public void Pain04_FixedReadBlocks_NeverReadAcross()
    {
        var blocks = new Dictionary<RegisterKind, IReadOnlyList<(int First, int Last)>> { [RegisterKind.Holding] = [(10, 11), (12, 15)] };

        var plan = ReadPlan.For([Points.Of("a", 11), Points.Of("b", 12), Points.Of("c", 14)], new ModbusProfile { Blocks = blocks });

        Assert.Equal([(11, 1), (12, 3)], plan.Select(read => ((int)read.Address, (int)read.Count)));
    }

    [Theory]
    [InlineData("0x80000000", 0x8000, 0x0000)]
    [InlineData("0xFFFFFFFF", 0xFFFF, 0xFFFF)]
    public void Pain16_NoValueCode_IsNoValueAndNeverANumber(string code, int first, int second)
    {
        var map = new RegisterMap { Kind = RegisterKind.Holding, Address = 0, Type = RegisterType.UInt32, Scale = 0.01, NoValue = [Convert.ToUInt64(code, 16)] };
        var point = new PointId(new EquipmentId("m", "g", "d"), "p");

        Assert.Equal((double.NaN, Quality.NoSensor), RegisterDecoder.Decode(map, [(ushort)first, (ushort)second]));
        Assert.Equal(Quality.Good, RegisterDecoder.Decode(map, [0, 1]).Quality);
        Assert.True(double.IsNaN(SentinelCheck.Judge(new Sample(point, DateTimeOffset.UnixEpoch, -127, Quality.Good), [-127]).Value));
    }

    [Fact]
    public async Task Pain16_BusyDevice_SaysRefusedAndNeverZero()
    {
        using var bus = new PainBus((socket, request) => socket.Send(FaultServer.Exception(request, 6)));
        bus.Run(PainBus.Device(1));

        Assert.True(await Wait.ForAsync(() => bus.Samples.Count >= 3));
        Assert.All(bus.Samples, sample => Assert.Equal((double.NaN, Quality.DeviceRefused), (sample.Value, sample.Quality)));
    }

    [Theory]
    [InlineData(6, 16)]
    [InlineData(16, 6)]
    public void Pain18_WriteFunctionMismatch_TheProfilesOwnIsUsed(int taken, int other)
    {
        using var bus = new PainBus((socket, request) => socket.Send(request[7] != taken
            ? FaultServer.Exception(request, 1)
            : [.. request[..4], 0, 6, .. request[6..12]]));
        var master = bus.Master();

        master.Write(PainBus.Target(1), taken, 40, [215]);
        Assert.Equal(1, Assert.Throws<ModbusException>(() => master.Write(PainBus.Target(1), other, 40, [215])).Code);
        Assert.Equal([taken, other], bus.Requests.Select(request => (int)request.Frame[7]));
    }

    /// <summary>From the profile's file to the wire: an order writes as the profile says, to a device that takes nothing else.</summary>
    [Theory]
    [InlineData(6)]
    [InlineData(16)]
    public void Pain18_WriteFunctionMismatch_AnOrderWritesAsTheProfileSays(int function)
    {
        using var folder = new TemporaryFolder();
        folder.Write("devices/p.yaml", $$"""
            profile: p
            name: P
            protocol: modbus
            source: this test
            periodSeconds: 10
            points:
              - { point: room.temperature.sp, quantity: Temperature, unit: °C, function: Setpoint, read: { holding: 40, as: int16 }, write: { function: {{function}}, min: 10, max: 25, step: 1 } }
            override:
              point: room.temperature.sp
              apply: [{ write: room.temperature.sp, value: asked }]
              release: [{ write: room.temperature.sp, value: previous }]
              settleMs: 1
            """);
        var site = folder.Write("site.yaml", """
            { gateway: g, name: G, municipality: m, buildings: [{ id: b, name: B }], buses: [{ id: bus, modbus: "127.0.0.1:502" }],
              devices: [{ id: d, name: D, building: b, profile: p, bus: bus, writable: [room.temperature.sp] }] }
            """);
        var loaded = Installation.Load(site, folder.File("devices"), _ => null);
        Assert.Empty(loaded.Problems);
        var device = loaded.Value!.Devices[0];
        var kept = 18;
        using var bus = new PainBus((socket, request) =>
        {
            kept = request[7] == function ? request[^1] : kept;
            socket.Send(request[7] == 3 ? FaultServerBits.Words(request, [kept]) : request[7] == function ? [.. request[..4], 0, 6, .. request[6..12]] : FaultServer.Exception(request, 1));
        });
        var order = new Order
        {
            Id = Guid.NewGuid(), Kind = OrderKind.Override, Point = device.Points[0].Point.Id, Value = 21, Until = DateTimeOffset.UnixEpoch.AddHours(2),
            RequestedAt = DateTimeOffset.UnixEpoch, ExpiresAt = DateTimeOffset.UnixEpoch.AddMinutes(1), By = "Camille", Reason = "",
        };
        var state = new ControlSnapshot { Now = DateTimeOffset.UnixEpoch, Installed = device, Point = device.Points[0], Recipe = device.Profile.Override, Device = new DeviceReading(), DailyWrites = 100 };

        var outcome = new RecipeRunner(device, bus.Master()).Run(WritePermit.Ask(order, state, out _, out _)!, state.Device);

        Assert.Equal((Refusal.None, 21, 1, 21), (outcome.Refusal, outcome.ReadBack, outcome.Writes, kept));
    }
}
