using System.Runtime.InteropServices;
using Telemetry.Gateway.Configuration.Buses;
using Telemetry.Gateway.Drivers.Modbus.Rtu;
using static System.FormattableString;

namespace Telemetry.Gateway.Drivers.Modbus.Serial;

/// <summary>A serial port of Linux, owned alone: opened raw, written whole, read with a bound, closed when it is unplugged.</summary>
/// <remarks>Not for two threads. Never becomes our controlling terminal, so that a hang-up of the line cannot end the gateway.</remarks>
internal sealed unsafe class SerialLine(SerialSettings settings) : IRtuLine
{
    private const int Closed = -1;
    private const double SpeedTolerance = 0.03;
    private static readonly TimeSpan LongestWrite = TimeSpan.FromSeconds(5);
    private int _file = Closed;

    public bool IsOpen => _file != Closed;

    public void Open()
    {
        Close();
        _file = Libc.Open(settings.Path, Libc.ReadWrite | Libc.NoControllingTerminal | Libc.NonBlocking | Libc.CloseOnExec);
        if (_file < 0)
        {
            _file = Closed;
            throw SerialTrouble.Of(settings.Path, Marshal.GetLastPInvokeError());
        }

        try
        {
            Own();
            Set();
            if (settings.Rs485)
            {
                SteerTransmitter();
            }

            Check(Libc.Control(_file, Libc.Flush, (void*)Libc.FlushBoth));
        }
        catch (ModbusException)
        {
            Close();
            throw;
        }
    }

    public void Close()
    {
        if (_file != Closed)
        {
            _ = Libc.Close(_file);
            _file = Closed;
        }
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* first = bytes)
        {
            for (var done = 0; done < bytes.Length;)
            {
                var written = Libc.Write(File(), first + done, (nuint)(bytes.Length - done));
                if (written >= 0)
                {
                    done += (int)written;
                    continue;
                }

                var error = Marshal.GetLastPInvokeError();
                if (error is not (Libc.Again or Libc.Interrupted))
                {
                    throw Lost(error);
                }

                if (!Wait(Libc.CanWrite, LongestWrite))
                {
                    throw new ModbusException(ModbusFault.NoLink, $"{settings.Path}: the port takes no bytes.");
                }
            }
        }
    }

    public int Read(Span<byte> bytes, TimeSpan wait)
    {
        if (wait > TimeSpan.Zero && !Wait(Libc.CanRead, wait))
        {
            return 0;
        }

        fixed (byte* first = bytes)
        {
            var read = Libc.Read(File(), first, (nuint)bytes.Length);
            if (read > 0)
            {
                return (int)read;
            }

            var error = read == 0 ? Libc.InputOutput : Marshal.GetLastPInvokeError();
            return error is Libc.Again or Libc.Interrupted ? 0 : throw Lost(error);
        }
    }

    public void Dispose() => Close();

    private int File() => _file != Closed ? _file : throw new ModbusException(ModbusFault.NoLink, $"{settings.Path}: the port is not open.");

    /// <summary>Nobody else may open the port; the lock also holds off programs of the superuser that ask for it.</summary>
    private void Own()
    {
        Termios2 now;
        Check(Libc.Control(File(), Libc.GetTermios2, &now));
        Check(Libc.Lock(_file, Libc.LockAlone));
        Check(Libc.Control(_file, Libc.SetExclusive, null));
    }

    private void Set()
    {
        var wanted = Termios2.Raw(settings);
        Check(Libc.Control(_file, Libc.SetTermios2, &wanted));
        Termios2 got;
        Check(Libc.Control(_file, Libc.GetTermios2, &got));
        if (Math.Abs((double)got.OutputSpeed - settings.Baud) > settings.Baud * SpeedTolerance)
        {
            throw new ModbusException(ModbusFault.NoLink, Invariant($"{settings.Path}: the port cannot do {settings.Baud} baud, it offers {got.OutputSpeed}."));
        }
    }

    /// <summary>Enabled, RTS on while sending. Ports whose driver knows nothing of it (USB adapters do it themselves) say « not for me ».</summary>
    private void SteerTransmitter()
    {
        var steer = new Libc.Rs485 { Flags = 1 | 2 };
        if (Libc.Control(_file, Libc.SetRs485, &steer) < 0 && Marshal.GetLastPInvokeError() is var error and not Libc.NotATerminal)
        {
            throw SerialTrouble.Of(settings.Path, error);
        }
    }

    /// <summary>True when it happened, false when the time is over.</summary>
    private bool Wait(short wanted, TimeSpan time)
    {
        var watched = new Libc.Watched { File = File(), Wanted = wanted };
        var ready = Libc.Poll(&watched, 1, (int)Math.Ceiling(time.TotalMilliseconds));
        var error = ready < 0 ? Marshal.GetLastPInvokeError() : 0;
        if (ready <= 0 && (error is 0 or Libc.Interrupted))
        {
            return false;
        }

        // What was received before the line broke is still worth reading.
        return (watched.Happened & wanted) != 0 ? true : throw Lost(error != 0 ? error : Libc.InputOutput);
    }

    private ModbusException Lost(int error)
    {
        Close();
        return error is Libc.InputOutput or Libc.NoSuchAddress or Libc.NoSuchDevice ? SerialTrouble.Unplugged(settings.Path) : SerialTrouble.Of(settings.Path, error);
    }

    private void Check(int result)
    {
        if (result < 0)
        {
            throw SerialTrouble.Of(settings.Path, Marshal.GetLastPInvokeError());
        }
    }
}
