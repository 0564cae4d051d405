using System.Net.Sockets;

namespace FirmwareSim.Modbus;

/// <summary>Listens on one address and answers each connection's requests one after another.</summary>
internal sealed class ModbusServer(ModbusEndpoint endpoint, TimeSpan answerDelay, Lock gate) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TcpListener _listener = new(endpoint.Address);
    private Task _accepting = Task.CompletedTask;

    /// <summary>The port really listened on.</summary>
    internal int Port => ((System.Net.IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Starts to listen.</summary>
    /// <exception cref="SocketException">The address is taken.</exception>
    internal void Start()
    {
        _listener.Server.NoDelay = true;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = ServeAsync(client);
            }
            catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                if (ended is not SocketException)
                {
                    return;
                }
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            try
            {
                await TalkAsync(client.GetStream());
            }
            catch (Exception ended) when (ended is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The client left, was idle too long, or the town stops: nothing to say about it.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        var reader = new FrameReader();
        while (!reader.Lost && !_stop.IsCancellationRequested)
        {
            using var idle = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            if (endpoint.IdleLimit is { } limit)
            {
                idle.CancelAfter(limit);
            }

            var count = await stream.ReadAsync(reader.Free, idle.Token);
            if (count == 0)
            {
                return;
            }

            foreach (var frame in reader.Take(count))
            {
                await AnswerAsync(stream, frame);
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream, Frame frame)
    {
        if (!endpoint.Units.TryGetValue(frame.Unit, out var unit))
        {
            return;
        }

        if (answerDelay > TimeSpan.Zero)
        {
            await Task.Delay(answerDelay, TimeProvider.System, _stop.Token);
        }

        byte[]? pdu;
        lock (gate)
        {
            pdu = unit.Answer(frame.Pdu);
        }

        if (pdu is not null)
        {
            await stream.WriteAsync(frame.Answer(pdu), _stop.Token);
        }
    }
}
