using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using static System.FormattableString;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>Modbus TCP over one blocking socket. Every answer is checked against its request; any doubt closes the socket.</summary>
/// <remarks>
/// <code>| transaction 2 | protocol 2 = 0 | length 2 | unit 1 | pdu … |</code>
/// An answer with an older transaction is late or doubled: it is dropped and counted, never taken for another's. After a time-out
/// the socket is closed, so that nothing late can come at all.
/// </remarks>
internal sealed class TcpTransport(string host, int port, TimeSpan connectTimeout, IFrameWitness? witness = null) : IModbusTransport
{
    private const int Header = 7;
    private readonly byte[] _request = new byte[Header + ModbusPdu.MaxLength];
    private readonly byte[] _received = new byte[4 * (Header + ModbusPdu.MaxLength)];
    private Socket? _socket;
    private int _held;
    private ushort _transaction;

    /// <summary>Answers dropped because they were late or doubled.</summary>
    internal long Late { get; private set; }

    public bool IsOpen => _socket is not null;

    public void Open()
    {
        Close();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            Connect(socket);
            _socket = socket;
        }
        catch (SocketException failed)
        {
            socket.Dispose();
            throw new ModbusException(ModbusFault.NoLink, Invariant($"{host}:{port}: {failed.Message}"));
        }
    }

    public int Exchange(byte unit, ReadOnlySpan<byte> request, Span<byte> answer, TimeSpan timeout)
    {
        var socket = _socket ?? throw new ModbusException(ModbusFault.NoLink, "The line is not open.");
        _transaction = unchecked((ushort)(_transaction + 1));
        try
        {
            Send(socket, unit, request);
            return Receive(socket, unit, answer, Stopwatch.GetTimestamp() + (long)(timeout.TotalSeconds * Stopwatch.Frequency));
        }
        catch (SocketException broken)
        {
            Close();
            throw new ModbusException(ModbusFault.NoLink, Invariant($"{host}:{port}: {broken.Message}"));
        }
        catch (ModbusException)
        {
            Close();
            throw;
        }
    }

    public void Dispose() => Close();

    public void Close()
    {
        _socket?.Dispose();
        _socket = null;
        _held = 0;
    }

    /// <summary>Connects with a bound: the kernel's own is minutes.</summary>
    private void Connect(Socket socket)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : Dns.GetHostAddresses(host);
        socket.Blocking = false;
        try
        {
            socket.Connect(addresses, port);
        }
        catch (SocketException pending) when (pending.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            if (!socket.Poll(connectTimeout, SelectMode.SelectWrite))
            {
                throw new SocketException((int)SocketError.TimedOut);
            }

            var error = (int)(socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error) ?? 0);
            if (error != 0)
            {
                throw new SocketException(error);
            }
        }

        socket.Blocking = true;
    }

    private void Send(Socket socket, byte unit, ReadOnlySpan<byte> request)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_request, _transaction);
        BinaryPrimitives.WriteUInt16BigEndian(_request.AsSpan(2), 0);
        BinaryPrimitives.WriteUInt16BigEndian(_request.AsSpan(4), (ushort)(request.Length + 1));
        _request[6] = unit;
        request.CopyTo(_request.AsSpan(Header));
        witness?.Sent(_request.AsSpan(0, Header + request.Length));
        socket.Send(_request.AsSpan(0, Header + request.Length));
    }

    private int Receive(Socket socket, byte unit, Span<byte> answer, long deadline)
    {
        while (true)
        {
            if (TakeFrame(unit, answer) is var length and > 0)
            {
                return length;
            }

            var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), deadline);
            if (left <= TimeSpan.Zero || !socket.Poll(left, SelectMode.SelectRead))
            {
                throw new ModbusException(ModbusFault.NoAnswer, "No answer in time.");
            }

            var read = socket.Receive(_received.AsSpan(_held));
            if (read == 0)
            {
                throw new ModbusException(ModbusFault.NoLink, Invariant($"{host}:{port} closed the connection."));
            }

            witness?.Received(_received.AsSpan(_held, read));
            _held += read;
        }
    }

    /// <summary>Takes the answer out of what was received; 0 while it is not whole.</summary>
    private int TakeFrame(byte unit, Span<byte> answer)
    {
        while (_held >= Header)
        {
            var frame = _received.AsSpan(0, _held);
            var length = BinaryPrimitives.ReadUInt16BigEndian(frame[4..]);
            if (BinaryPrimitives.ReadUInt16BigEndian(frame[2..]) != 0 || length < 3 || length > ModbusPdu.MaxLength + 1)
            {
                throw new ModbusException(ModbusFault.Garbled, "What came is not Modbus TCP.");
            }

            var whole = Header - 1 + length;
            if (_held < whole)
            {
                return 0;
            }

            var (transaction, from) = (BinaryPrimitives.ReadUInt16BigEndian(frame), frame[6]);
            frame[Header..whole].CopyTo(answer);
            frame[whole..].CopyTo(_received);
            _held -= whole;
            if (transaction == _transaction)
            {
                return from == unit ? whole - Header : throw new ModbusException(ModbusFault.Garbled, Invariant($"Unit {from} answers for unit {unit}."));
            }

            Late++;
        }

        return 0;
    }
}
