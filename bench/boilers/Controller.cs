using System.Collections.Concurrent;
using System.Net;
using FirmwareSim.Modbus;
using FirmwareSim.Physics;
using FirmwareSim.Scenarios;
using FirmwareSim.Town;

namespace Telemetry.Bench.Boilers;

/// <summary>A simulated boiler room behind its own Modbus TCP address, which writes down every word it is told to keep.</summary>
internal sealed class Controller : IModbusUnit, IAsyncDisposable
{
    private readonly IModbusUnit _unit;
    private readonly ModbusServer _server;
    private readonly Lock _gate = new();

    internal Controller(int number, double outdoorC)
    {
        Number = number;
        IsTrovis = number % 2 == 0;
        var (data, habits) = (number % 4) switch
        {
            0 => (BuildingSets.School, Habits.School),
            1 => (BuildingSets.Gymnasium, Habits.Gymnasium),
            2 => (BuildingSets.TownHall, Habits.TownHall),
            _ => (BuildingSets.Nursery, Habits.Nursery),
        };
        Plant = new Plant($"boiler-{number}", data, habits, number, outdoorC);
        _unit = IsTrovis ? new TrovisUnit(Plant, Name, 5578, FaultBoard.Quiet, TimeProvider.System) : new EclUnit(Plant, Name, FaultBoard.Quiet, _ => { });
        _server = new ModbusServer(new ModbusEndpoint(Name, new IPEndPoint(IPAddress.Loopback, 0), new Dictionary<byte, IModbusUnit> { [1] = this }, null), TimeSpan.Zero, _gate);
        _server.Start();
    }

    internal int Number { get; }

    internal bool IsTrovis { get; }

    internal string Name => $"boiler-{Number}";

    internal int Port => _server.Port;

    internal Plant Plant { get; }

    /// <summary>Every write asked of it, access codes apart: when, which register, which word.</summary>
    internal ConcurrentQueue<(DateTimeOffset At, bool Coil, int Address, int Value)> Writes { get; } = new();

    /// <summary>The register of the comfort set point.</summary>
    internal int Setpoint => IsTrovis ? 1002 : 11179;

    internal double SetpointC => Plant.Controller.Settings[FirmwareSim.Control.Setting.RoomDay];

    public byte[]? Answer(ReadOnlySpan<byte> pdu)
    {
        if (pdu.Length == 5 && pdu[0] is 5 or 6)
        {
            var (address, value) = ((pdu[1] << 8) | pdu[2], (pdu[3] << 8) | pdu[4]);
            if (address != 144)
            {
                Writes.Enqueue((DateTimeOffset.UtcNow, pdu[0] == 5, address, value));
            }
        }

        return _unit.Answer(pdu);
    }

    internal void Step(double seconds, DateTimeOffset at, Sky sky)
    {
        lock (_gate)
        {
            Plant.Step(seconds, at, LocalTime.Of(at), sky, FaultBoard.Quiet);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
