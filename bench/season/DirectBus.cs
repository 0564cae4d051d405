using FirmwareSim.Modbus;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;

namespace Telemetry.Bench.Season;

/// <summary>The gateway's own requests, byte for byte, put to the simulated controller without a wire between them.</summary>
internal sealed class DirectBus(IModbusUnit unit) : IFieldBus, IModbusMaster
{
    private readonly Queue<Action<IModbusMaster>> _work = new();
    private readonly byte[] _request = new byte[ModbusPdu.MaxLength];

    internal long Writes { get; private set; }

    public bool Submit(Action<IModbusMaster> work)
    {
        _work.Enqueue(work);
        return true;
    }

    public void PollSoon(string device)
    {
    }

    internal void Run()
    {
        while (_work.TryDequeue(out var work))
        {
            work(this);
        }
    }

    public void Read(ModbusTarget target, RegisterKind kind, ushort address, Span<ushort> words)
    {
        var length = ModbusPdu.Read(_request, kind, address, words.Length);
        ModbusPdu.TakeWords(Ask(length), kind, words);
    }

    public void Write(ModbusTarget target, int function, ushort address, ReadOnlySpan<ushort> words)
    {
        Writes++;
        var length = ModbusPdu.Write(_request, function, address, words);
        ModbusPdu.CheckWritten(_request.AsSpan(0, length), Ask(length));
    }

    private byte[] Ask(int length) => unit.Answer(_request.AsSpan(0, length)) ?? throw new ModbusException(ModbusFault.NoAnswer, "silent");
}
