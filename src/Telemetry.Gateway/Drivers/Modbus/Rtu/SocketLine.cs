using System.Net.Sockets;
using static System.FormattableString;

namespace Telemetry.Gateway.Drivers.Modbus.Rtu;

/// <summary>RTU frames over a TCP socket, as transparent converters (« raw », « TCP server ») carry them.</summary>
internal sealed class SocketLine(string host, int port, TimeSpan connectTimeout) : IRtuLine
{
    private Socket? _socket;

    public bool IsOpen => _socket is not null;

    public void Open()
    {
        Close();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            using var late = new CancellationTokenSource(connectTimeout);
            socket.ConnectAsync(host, port, late.Token).AsTask().GetAwaiter().GetResult();
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, optionValue: true);
            socket.SendTimeout = (int)connectTimeout.TotalMilliseconds;
            _socket = socket;
        }
        catch (SocketException failed)
        {
            socket.Dispose();
            throw Lost(failed.Message);
        }
        catch (OperationCanceledException)
        {
            socket.Dispose();
            throw Lost("no connection in time.");
        }
    }

    public void Close()
    {
        _socket?.Dispose();
        _socket = null;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var socket = Socket();
            for (var sent = 0; sent < bytes.Length;)
            {
                sent += socket.Send(bytes[sent..]);
            }
        }
        catch (SocketException failed)
        {
            throw Lost(failed.Message);
        }
    }

    public int Read(Span<byte> bytes, TimeSpan wait)
    {
        try
        {
            var socket = Socket();
            if (!socket.Poll(wait, SelectMode.SelectRead))
            {
                return 0;
            }

            var read = socket.Receive(bytes);
            return read > 0 ? read : throw Lost("the converter closed the connection.");
        }
        catch (SocketException failed)
        {
            throw Lost(failed.Message);
        }
    }

    public void Dispose() => Close();

    private Socket Socket() => _socket ?? throw Lost("the line is not open.");

    private ModbusException Lost(string why) => new(ModbusFault.NoLink, Invariant($"{host}:{port}: {why}"));
}
