using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Tests.Drivers.Modbus;
using Telemetry.Gateway.Tests.Modbus;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Pains;

/// <summary>A Modbus TCP server told how to answer, our master and our bus against it, and what each request was and when it came.</summary>
internal sealed class PainBus : IDisposable
{
    private readonly List<IDisposable> _parts = [];

    internal PainBus(Action<Socket, byte[]> answer) => Server = new FaultServer((socket, request) =>
    {
        Requests.Enqueue((request, Stopwatch.GetTimestamp()));
        answer(socket, request);
    });

    internal FaultServer Server { get; }

    internal ConcurrentQueue<(byte[] Frame, long At)> Requests { get; } = new();

    internal ConcurrentQueue<Sample> Samples { get; } = new();

    /// <summary>Answers every read rightly: each word is its own address.</summary>
    internal static void Right(Socket socket, byte[] request) => socket.Send(FaultServer.Right(request));

    internal static ModbusTarget Target(byte unit, Pauses? pauses = null) =>
        new(unit, pauses ?? new Pauses { BeforeReconnect = TimeSpan.Zero }, TimeSpan.FromMilliseconds(300));

    /// <summary>A device of the bus that reads register 10.</summary>
    internal static DeviceConfiguration Device(byte unit, double periodSeconds = 0.1)
    {
        var modbus = new ModbusProfile { Timeout = TimeSpan.FromMilliseconds(100), Pauses = new Pauses { BeforeReconnect = TimeSpan.Zero } };
        var device = Points.Device(modbus, Points.Of("p", 10));
        var equipment = device.Equipment with { Id = new EquipmentId("m", "g", $"u{unit}") };
        return device with
        {
            Equipment = equipment,
            Unit = unit,
            Period = TimeSpan.FromSeconds(periodSeconds),
            Points = [.. device.Points.Select(point => point with { Point = point.Point with { Id = new PointId(equipment.Id, "p") } })],
        };
    }

    internal ModbusMaster Master(IModbusTransport? transport = null)
    {
        var master = new ModbusMaster(transport ?? Transport(), TestContext.Current.CancellationToken);
        _parts.Add(master);
        return master;
    }

    internal TcpTransport Transport() => new("127.0.0.1", Server.Port, TimeSpan.FromSeconds(1));

    /// <summary>A bus at work with the devices.</summary>
    internal ModbusBus Run(params DeviceConfiguration[] devices)
    {
        var bus = new ModbusBus(new BusConfiguration("bus", "127.0.0.1", Server.Port), devices, TimeProvider.System, Transport, NullLogger.Instance);
        _parts.AddRange([bus.Samples.Subscribe(Samples.Enqueue), bus]);
        return bus;
    }

    internal int Good(string device) => Samples.Count(sample => sample.Quality == Quality.Good && sample.Point.Equipment.Device == device);

    internal static ushort Read(ModbusMaster master, ModbusTarget target, ushort address = 10)
    {
        Span<ushort> word = stackalloc ushort[1];
        master.Read(target, RegisterKind.Holding, address, word);
        return word[0];
    }

    public void Dispose()
    {
        _parts.ForEach(part => part.Dispose());
        Server.Dispose();
    }
}
