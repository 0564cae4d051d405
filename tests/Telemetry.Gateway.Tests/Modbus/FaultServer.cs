using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Telemetry.Gateway.Tests.Modbus;

/// <summary>A Modbus TCP server that can be made to misbehave, frame by frame. Shares nothing with the client under test.</summary>
internal sealed class FaultServer : IDisposable
{
    private readonly Action<Socket, byte[]> _answer;
    private readonly ConcurrentBag<Socket> _connections = [];
    private TcpListener _listener;

    internal FaultServer(Action<Socket, byte[]> answer)
    {
        _answer = answer;
        _listener = Listen(0);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    internal int Port { get; }

    internal int Connections { get; private set; }

    /// <summary>The right answer to a read: each word is its own address.</summary>
    internal static byte[] Right(byte[] request)
    {
        var (address, count) = (BinaryPrimitives.ReadUInt16BigEndian(request.AsSpan(8)), BinaryPrimitives.ReadUInt16BigEndian(request.AsSpan(10)));
        var answer = new byte[9 + (count * 2)];
        request.AsSpan(0, 8).CopyTo(answer);
        BinaryPrimitives.WriteUInt16BigEndian(answer.AsSpan(4), (ushort)(answer.Length - 6));
        answer[8] = (byte)(count * 2);
        for (var i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(answer.AsSpan(9 + (i * 2)), (ushort)(address + i));
        }

        return answer;
    }

    internal static byte[] Exception(byte[] request, byte code) =>
        [request[0], request[1], 0, 0, 0, 3, request[6], (byte)(request[7] | 0x80), code];

    /// <summary>As kill -9 does: every socket gone.</summary>
    internal void Kill()
    {
        _listener.Stop();
        foreach (var connection in _connections)
        {
            connection.Close(0);
        }
    }

    internal void StartAgain() => _listener = Listen(Port);

    public void Dispose()
    {
        Kill();
        _listener.Dispose();
    }

    private TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start();
        new Thread(() => Accept(listener)) { IsBackground = true }.Start();
        return listener;
    }

    private void Accept(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var socket = listener.AcceptSocket();
                socket.NoDelay = true;
                _connections.Add(socket);
                Connections++;
                new Thread(() => Serve(socket)) { IsBackground = true }.Start();
            }
        }
        catch (Exception stopped) when (stopped is SocketException or InvalidOperationException)
        {
            // No longer listening.
        }
    }

    private void Serve(Socket socket)
    {
        try
        {
            while (true)
            {
                var header = Read(socket, 6);
                var rest = Read(socket, BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(4)));
                _answer(socket, [.. header, .. rest]);
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException or EndOfStreamException)
        {
            socket.Dispose();
        }
    }

    private static byte[] Read(Socket socket, int count)
    {
        var bytes = new byte[count];
        for (var read = 0; read < count;)
        {
            var more = socket.Receive(bytes.AsSpan(read));
            read += more == 0 ? throw new EndOfStreamException() : more;
        }

        return bytes;
    }
}
