using System.Collections.Concurrent;
using System.Reactive;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Tests.Configuration;
using Telemetry.Gateway.Tests.Control;
using Telemetry.Gateway.Tests.Modbus;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Tests.Drivers.Modbus;

/// <summary>A SunSpec model is found wherever the device put it.</summary>
public sealed class SunSpecTests
{
    private static readonly ModbusTarget Target = new(1, new Pauses(), TimeSpan.FromSeconds(1));

    [Theory]
    [InlineData(40000, 66)]
    [InlineData(40000, 65)]
    [InlineData(50000, 66)]
    [InlineData(0, 66)]
    public void Find_AnyBaseAndLengthOfTheFirstModel(int start, int common)
    {
        var master = Chain(start, (1, common), (103, 50), (203, 105));

        Assert.Equal(((ushort)(start + 2), common + 2), SunSpecWalk.Find(master, Target, [1]));
        Assert.Equal(((ushort)(start + 2 + common + 2), 52), SunSpecWalk.Find(master, Target, [103]));
        Assert.Equal(((ushort)(start + 2 + common + 2 + 52), 107), SunSpecWalk.Find(master, Target, [201, 203]));
        Assert.Null(SunSpecWalk.Find(master, Target, [204]));
    }

    [Fact]
    public void Find_NoMark_NothingFound() => Assert.Null(SunSpecWalk.Find(new CannedMaster().Put(40000, 0x5375, 0x0000), Target, [1]));

    /// <summary>A chain without end, or one that runs over the last address, must not hang or throw.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0xFFFF)]
    public void Find_ChainWithoutEnd_GivesUp(int length)
    {
        var master = new CannedMaster().Put(0, 0x5375, 0x6E53);
        for (var address = 2; address < ushort.MaxValue; address += 2)
        {
            master.Put(address, 7, length);
        }

        Assert.Null(SunSpecWalk.Find(master, Target, [1]));
        Assert.True(master.Reads.Count < 200);
    }

    [Fact]
    public void Find_SilentDevice_Thrown() =>
        Assert.Equal(ModbusFault.NoAnswer, Assert.Throws<ModbusException>(() => SunSpecWalk.Find(new CannedMaster { Silent = true }, Target, [1])).Fault);

    /// <summary>A device whose model is shorter than the published one: the missing points say so, nothing of the next model is taken for them.</summary>
    [Fact]
    public void Poll_ModelShorterThanPublished_MissingPointsHaveNoSensor()
    {
        var master = new CannedMaster().Put(40000, 0x5375, 0x6E53, 103, 4, 500, 0xFFFE, 0xFFFF, 0xFFFE, 0xFFFF, 0);
        var device = new BusDevice(Points.Device(
            new ModbusProfile { SunSpec = [103] },
            Points.Of("a", new RegisterMap { Kind = RegisterKind.Holding, Address = 2, Type = RegisterType.UInt16, ScaleFrom = 3 }),
            Points.Of("b", new RegisterMap { Kind = RegisterKind.Holding, Address = 6, Type = RegisterType.UInt16 })));
        var samples = new List<Sample>();
        new DevicePoller(new HandClock(), new HoleBook(new HandClock())).Poll(master, device, Observer.Create<IReadOnlyList<Sample>>(samples.AddRange));

        Assert.Equal([("a", 5, Quality.Good), ("b", double.NaN, Quality.NoSensor)], samples.Select(sample => (sample.Point.Name, sample.Value, sample.Quality)));
    }

    [Fact]
    public void Poll_NoSuchModel_IsAMiss() => Assert.Contains("203", Assert.Throws<ModbusException>(() =>
        new DevicePoller(new HandClock(), new HoleBook(new HandClock())).Poll(
            Chain(40000, (1, 66)), new BusDevice(Installed.Device("sunspec-meter-203")), Observer.Create<IReadOnlyList<Sample>>(_ => { }))).Message, StringComparison.Ordinal);

    /// <summary>Over a socket, at the second base: the words of the case folder behind a common model, and the samples it expects.</summary>
    [Fact]
    public async Task Samples_MeterBehindACommonModel_AsInItsCase()
    {
        var master = Chain(50000, (1, 65), (203, 105));
        foreach (var words in File.ReadLines(Path.Combine(Repository.Cases, "sunspec-meter-203", "all.in")).Where(line => !line.StartsWith('#')).Select(line => line.Split(' ')))
        {
            master.Put(50000 + 2 + 67 + int.Parse(words[1], null), words[2..].Select(word => Convert.ToInt32(word, 16)));
        }

        using var server = new FaultServer((socket, request) =>
        {
            var (address, count) = ((request[8] << 8) | request[9], (request[10] << 8) | request[11]);
            socket.Send(Enumerable.Range(address, count).All(master.Registers.ContainsKey)
                ? FaultServerBits.Words(request, Enumerable.Range(address, count).Select(one => (int)master.Registers[one]))
                : FaultServer.Exception(request, 2));
        });
        using var bus = new ModbusBus(new BusConfiguration("bus", "127.0.0.1", server.Port), [Installed.Device("sunspec-meter-203")], TimeProvider.System,
            () => new TcpTransport("127.0.0.1", server.Port, TimeSpan.FromSeconds(1)), NullLogger.Instance);
        var samples = new ConcurrentQueue<Sample>();
        using var subscription = bus.Samples.Subscribe(samples.Enqueue);
        var expected = await File.ReadAllLinesAsync(Path.Combine(Repository.Cases, "sunspec-meter-203", "all.expected"), TestContext.Current.CancellationToken);

        Assert.True(await Wait.ForAsync(() => samples.Count >= expected.Length));
        Assert.Equal(expected.Order(StringComparer.Ordinal), samples.Take(expected.Length)
            .Select(sample => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{sample.Point.Name} {sample.Value}")).Order(StringComparer.Ordinal));
    }

    private static CannedMaster Chain(int start, params (int Id, int Length)[] models)
    {
        var master = new CannedMaster().Put(start, 0x5375, 0x6E53);
        var address = start + 2;
        foreach (var (id, length) in models)
        {
            master.Put(address, [id, length, .. Enumerable.Repeat(0, length)]);
            address += length + 2;
        }

        return master.Put(address, 0xFFFF, 0);
    }
}
