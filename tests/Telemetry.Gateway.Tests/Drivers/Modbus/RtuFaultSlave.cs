using Telemetry.Gateway.Configuration.Buses;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Drivers.Modbus.Rtu;
using Telemetry.Gateway.Drivers.Modbus.Serial;

namespace Telemetry.Gateway.Tests.Drivers.Modbus;

/// <summary>A slave at the other end of a line that misbehaves as told.</summary>
internal sealed class RtuFaultSlave : IDisposable
{
    private readonly SerialLine _line;
    private readonly Thread _thread;
    private readonly List<byte[]> _heard = [];
    private volatile bool _stop;

    internal RtuFaultSlave(string path)
    {
        _line = new SerialLine(new SerialSettings(path, 9600, SerialParity.None, 1, Rs485: false));
        _line.Open();
        _thread = new Thread(Serve) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>What to put on the line for each request; the right answer unless told otherwise.</summary>
    internal Func<byte[], byte[]> Answer { get; set; } = Right;

    /// <summary>Requests heard so far.</summary>
    internal IReadOnlyList<byte[]> Heard
    {
        get
        {
            lock (_heard)
            {
                return [.. _heard];
            }
        }
    }

    /// <summary>Holding register n holds n + 100 times the requests' count asked; writes are repeated.</summary>
    internal static byte[] Right(byte[] request)
    {
        if (request[1] is not 3)
        {
            return Sealed(request[0], request.AsSpan(1, 5));
        }

        var count = request[5];
        var pdu = new byte[2 + (count * 2)];
        (pdu[0], pdu[1]) = (3, (byte)(count * 2));
        for (var index = 0; index < count; index++)
        {
            pdu[3 + (index * 2)] = (byte)(request[3] + index + 100);
        }

        return Sealed(request[0], pdu);
    }

    internal static byte[] Sealed(byte unit, ReadOnlySpan<byte> pdu)
    {
        var frame = new byte[RtuFrame.MaxLength];
        return frame[..RtuFrame.Seal(unit, pdu, frame)];
    }

    internal void Say(ReadOnlySpan<byte> bytes) => _line.Write(bytes);

    public void Dispose()
    {
        _stop = true;
        _thread.Join(5_000);
        _line.Dispose();
    }

    private void Serve()
    {
        var bytes = new byte[RtuFrame.MaxLength];
        var held = 0;
        try
        {
            while (!_stop)
            {
                held += _line.Read(bytes.AsSpan(held), TimeSpan.FromMilliseconds(50));
                if (held < 4 || !RtuFrame.IsWhole(bytes.AsSpan(0, held)))
                {
                    continue;
                }

                var request = bytes[..held];
                held = 0;
                lock (_heard)
                {
                    _heard.Add(request);
                }

                _line.Write(Answer(request));
            }
        }
        catch (ModbusException)
        {
            // The line was pulled out: this slave is gone with it.
        }
    }
}
