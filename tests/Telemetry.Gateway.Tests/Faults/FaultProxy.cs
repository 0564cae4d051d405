using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Telemetry.Gateway.Tests.Faults;

/// <summary>A bad line in front of any TCP server: slow, in crumbs, standing still, cut.</summary>
/// <remarks>TCP loses no byte: what a lossy line does to it is to stand still and to break. Both are here.</remarks>
internal sealed class FaultProxy : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, bool> _sockets = new();
    private readonly CancellationTokenSource _end = new();
    private readonly int _target;

    internal FaultProxy(int target)
    {
        _target = target;
        _listener.Start();
        _ = AcceptAsync();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How long bytes are held on their way, each way.</summary>
    internal TimeSpan Delay { get; set; }

    /// <summary>Most bytes passed on at once.</summary>
    internal int Crumb { get; set; } = int.MaxValue;

    /// <summary>True: nothing passes, nothing breaks.</summary>
    internal bool StandsStill { get; set; }

    /// <summary>Connections taken since the start.</summary>
    internal int Connections { get; private set; }

    /// <summary>Breaks every connection, as a pulled cable does once noticed.</summary>
    internal void Cut()
    {
        foreach (var socket in _sockets.Keys)
        {
            // No linger: the other side gets a reset.
            socket.Close(0);
        }

        _sockets.Clear();
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        Cut();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var near = await _listener.AcceptSocketAsync(_end.Token);
                Connections++;
                _ = CarryAsync(near);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(Socket near)
    {
        var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        (_sockets[near], _sockets[far]) = (true, true);
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, _target, _end.Token);
            await Task.WhenAny(PassAsync(near, far), PassAsync(far, near));
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Cut, or nobody there: the near end is closed below.
        }

        foreach (var socket in (Socket[])[near, far])
        {
            _sockets.TryRemove(socket, out _);
            socket.Close(0);
        }
    }

    private async Task PassAsync(Socket from, Socket to)
    {
        var buffer = new byte[16_384];
        try
        {
            while (await from.ReceiveAsync(buffer, _end.Token) is > 0 and var count)
            {
                await Task.Delay(Delay, TimeProvider.System, _end.Token);
                for (var sent = 0; sent < count;)
                {
                    while (StandsStill)
                    {
                        await Task.Delay(Look, TimeProvider.System, _end.Token);
                    }

                    var crumb = Math.Min(Crumb, count - sent);
                    sent += await to.SendAsync(buffer.AsMemory(sent, crumb), _end.Token);
                    if (crumb < count)
                    {
                        await Task.Yield();
                    }
                }
            }
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The other direction ends with this one.
        }
    }
}
