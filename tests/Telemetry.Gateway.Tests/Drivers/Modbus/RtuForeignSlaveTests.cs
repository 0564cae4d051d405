using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Configuration.Buses;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Drivers.Modbus.Rtu;
using Telemetry.Gateway.Drivers.Modbus.Serial;

namespace Telemetry.Gateway.Tests.Drivers.Modbus;

/// <summary>Every function against a slave written by others (pymodbus), on a serial line and over a socket.</summary>
public sealed class RtuForeignSlaveTests : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly byte[] _request = new byte[RtuFrame.MaxLength];
    private readonly byte[] _answer = new byte[RtuFrame.MaxLength];
    private readonly List<IDisposable> _parts = [];
    private Process? _slave;

    [Fact]
    public void Exchange_EveryFunction_OverASerialLine()
    {
        var pty = new RtuPty();
        _parts.Add(pty);
        var settings = new SerialSettings(pty.Ours, 19_200, SerialParity.Even, 1, Rs485: false);
        using var transport = new RtuTransport(new SerialLine(settings), RtuManners.Serial(settings.Baud, settings.BitsPerCharacter));
        StartSlave("serial", pty.Theirs, transport);

        EveryFunction(transport);
    }

    [Fact]
    public void Exchange_EveryFunction_OverTcp()
    {
        var port = FreePort();
        using var transport = new RtuTransport(new SocketLine("127.0.0.1", port, TimeSpan.FromSeconds(2)), RtuManners.Socket);
        StartSlave("tcp", port.ToString(CultureInfo.InvariantCulture), transport);

        EveryFunction(transport);
    }

    [Fact]
    public void Exchange_TcpConverterRestarted_ClosedThenGood()
    {
        var port = FreePort();
        using var transport = new RtuTransport(new SocketLine("127.0.0.1", port, TimeSpan.FromSeconds(2)), RtuManners.Socket);
        StartSlave("tcp", port.ToString(CultureInfo.InvariantCulture), transport);
        RtuChild.End(_slave);

        var failure = Assert.Throws<ModbusException>(() => Words(transport, RegisterKind.Holding, 1, 5, 1));
        Assert.Equal((ModbusFault.NoLink, false), (failure.Fault, transport.IsOpen));
        Assert.Equal(ModbusFault.NoLink, Assert.Throws<ModbusException>(transport.Open).Fault);

        StartSlave("tcp", port.ToString(CultureInfo.InvariantCulture), transport);
        Assert.Equal([5], Words(transport, RegisterKind.Holding, 1, 5, 1));
    }

    /// <summary>A slave that is not there keeps quiet: the others go on.</summary>
    [Fact]
    public void Exchange_AbsentUnitBetweenTwoPresent_OthersAnswer()
    {
        var pty = new RtuPty();
        _parts.Add(pty);
        var settings = new SerialSettings(pty.Ours, 19_200, SerialParity.Even, 1, Rs485: false);
        using var transport = new RtuTransport(new SerialLine(settings), RtuManners.Serial(settings.Baud, settings.BitsPerCharacter));
        StartSlave("serial", pty.Theirs, transport);

        Assert.Equal([7], Words(transport, RegisterKind.Holding, 1, 7, 1));
        var absent = Assert.Throws<ModbusException>(() => transport.Exchange(9, [3, 0, 0, 0, 1], _answer, TimeSpan.FromMilliseconds(200)));
        Assert.Equal([8], Words(transport, RegisterKind.Holding, 2, 8, 1));

        Assert.Equal(ModbusFault.NoAnswer, absent.Fault);
    }

    public void Dispose()
    {
        RtuChild.End(_slave);
        _slave?.Dispose();
        _parts.ForEach(part => part.Dispose());
    }

    private void EveryFunction(RtuTransport transport)
    {
        Assert.Equal([0, 1, 0, 1, 0, 1, 0, 1, 0], Words(transport, RegisterKind.Coil, 1, 10, 9));
        Assert.Equal(2000, Words(transport, RegisterKind.Discrete, 1, 0, 2000).Length);
        Assert.Equal(Enumerable.Range(100, 125).Select(n => (ushort)n), Words(transport, RegisterKind.Holding, 2, 100, 125));
        Assert.Equal([3], Words(transport, RegisterKind.Input, 1, 3, 1));

        Write(transport, 5, 10, 1);
        Write(transport, 15, 12, 1, 0, 1);
        Assert.Equal([1, 1, 1, 0, 1], Words(transport, RegisterKind.Coil, 1, 10, 5));
        Write(transport, 6, 20, 0x1234);
        Write(transport, 16, 21, 1, 2, 3);
        Assert.Equal([0x1234, 1, 2, 3], Words(transport, RegisterKind.Holding, 1, 20, 4));

        Assert.Equal("160014F00F0550", Ask(transport, RareRequests.MaskWrite(_request, 20, 0xF00F, 0x0550)));
        Assert.Equal([(0x1234 & 0xF00F) | (0x0550 & 0x0FF0)], Words(transport, RegisterKind.Holding, 1, 20, 1));
        Assert.Equal("170400020003", Ask(transport, RareRequests.ReadWrite(_request, 22, 2, 30, [77])));
        Assert.Equal([77], Words(transport, RegisterKind.Holding, 1, 30, 1));

        var names = Ask(transport, RareRequests.ReadIdentification(_request, 1, 0));
        Assert.Contains("Chauffage du Nord", Encoding.ASCII.GetString(Convert.FromHexString(names)), StringComparison.Ordinal);
        Assert.Equal(ModbusFault.Refused, Assert.Throws<ModbusException>(() => Words(transport, RegisterKind.Holding, 1, 5000, 1)).Fault);
        Assert.Equal((0, 0), (transport.Counters.TimeOuts, transport.Counters.Damaged));
    }

    private void StartSlave(string how, string where, RtuTransport transport)
    {
        if (!Directory.Exists("/usr/lib/python3/dist-packages/pymodbus") || !Directory.Exists("/usr/lib/python3/dist-packages/serial_asyncio"))
        {
            Assert.Skip("pymodbus is not here: apt-get install --no-install-recommends python3-pymodbus python3-serial python3-serial-asyncio");
        }

        _slave = RtuChild.Start(Python, Path.Combine(AppContext.BaseDirectory, "foreign", "rtu_slave.py"), how, where);
        RtuChild.Until(() => Answers(transport), "pymodbus answers");
    }

    private bool Answers(RtuTransport transport)
    {
        Assert.False(_slave!.HasExited, _slave.HasExited ? _slave.StandardError.ReadToEnd() : "");
        try
        {
            if (!transport.IsOpen)
            {
                transport.Open();
            }

            return transport.Exchange(1, [3, 0, 0, 0, 1], _answer, TimeSpan.FromMilliseconds(200)) == 4 && Reset(transport);
        }
        catch (ModbusException)
        {
            return false;
        }
    }

    private static bool Reset(RtuTransport transport)
    {
        (transport.Counters.TimeOuts, transport.Counters.Damaged) = (0, 0);
        return true;
    }

    private ushort[] Words(RtuTransport transport, RegisterKind kind, byte unit, ushort address, int count)
    {
        var words = new ushort[count];
        var length = transport.Exchange(unit, _request.AsSpan(0, ModbusPdu.Read(_request, kind, address, count)), _answer, Patience);
        ModbusPdu.TakeWords(_answer.AsSpan(0, length), kind, words);
        return words;
    }

    private void Write(RtuTransport transport, int function, ushort address, params ushort[] words)
    {
        var request = _request.AsSpan(0, ModbusPdu.Write(_request, function, address, words));
        ModbusPdu.CheckWritten(request, _answer.AsSpan(0, transport.Exchange(1, request, _answer, Patience)));
    }

    private string Ask(RtuTransport transport, int length) =>
        Convert.ToHexString(_answer.AsSpan(0, transport.Exchange(1, _request.AsSpan(0, length), _answer, Patience)));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
