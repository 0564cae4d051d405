using System.Diagnostics;
using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>One bus: keeps the pauses its devices need, opens the line when it must, one request in flight.</summary>
internal sealed class ModbusMaster(IModbusTransport transport, CancellationToken stop) : IModbusMaster, IDisposable
{
    private readonly byte[] _request = new byte[ModbusPdu.MaxLength];
    private readonly byte[] _answer = new byte[ModbusPdu.MaxLength];
    private long _lastExchange;
    private long _lastClosed;
    private int _lastUnit = -1;

    public void Read(ModbusTarget target, RegisterKind kind, ushort address, Span<ushort> words)
    {
        var length = ModbusPdu.Read(_request, kind, address, words.Length);
        var answered = Exchange(target, length);
        try
        {
            ModbusPdu.TakeWords(_answer.AsSpan(0, answered), kind, words);
        }
        catch (ModbusException garbled) when (garbled.Fault == ModbusFault.Garbled)
        {
            CloseNow();
            throw;
        }
    }

    public void Write(ModbusTarget target, int function, ushort address, ReadOnlySpan<ushort> words)
    {
        var length = ModbusPdu.Write(_request, function, address, words);
        var answered = Exchange(target, length);
        try
        {
            ModbusPdu.CheckWritten(_request.AsSpan(0, length), _answer.AsSpan(0, answered));
        }
        catch (ModbusException garbled) when (garbled.Fault == ModbusFault.Garbled)
        {
            CloseNow();
            throw;
        }
    }

    public void Dispose() => transport.Dispose();

    private void CloseNow()
    {
        transport.Close();
        _lastClosed = Stopwatch.GetTimestamp();
    }

    private int Exchange(ModbusTarget target, int length)
    {
        if (!transport.IsOpen)
        {
            WaitSince(_lastClosed, target.Pauses.BeforeReconnect);
            _lastClosed = Stopwatch.GetTimestamp();
            transport.Open();
            Wait(target.Pauses.AfterConnect);
        }

        var changed = _lastUnit >= 0 && _lastUnit != target.Unit;
        WaitSince(_lastExchange, changed && target.Pauses.OnSlaveChange > target.Pauses.BetweenRequests ? target.Pauses.OnSlaveChange : target.Pauses.BetweenRequests);
        _lastUnit = target.Unit;
        try
        {
            return transport.Exchange(target.Unit, _request.AsSpan(0, length), _answer, target.Timeout);
        }
        finally
        {
            _lastExchange = Stopwatch.GetTimestamp();
            if (!transport.IsOpen)
            {
                _lastClosed = _lastExchange;
            }
        }
    }

    private void WaitSince(long timestamp, TimeSpan pause)
    {
        if (timestamp != 0)
        {
            Wait(pause - Stopwatch.GetElapsedTime(timestamp));
        }
    }

    private void Wait(TimeSpan time)
    {
        stop.ThrowIfCancellationRequested();
        // A handle waits whole milliseconds: a pause is never shorter than the device needs.
        if (time > TimeSpan.Zero && stop.WaitHandle.WaitOne((int)Math.Ceiling(time.TotalMilliseconds)))
        {
            stop.ThrowIfCancellationRequested();
        }
    }
}
