using System.Net.Sockets;

namespace FirmwareSim.Mqtt;

/// <summary>One life of a publisher's connection: from CONNECT until it breaks.</summary>
internal sealed class MqttConnection : IDisposable
{
    private const int KeepAliveSeconds = 30;
    private static readonly TimeSpan OpenLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SendLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(KeepAliveSeconds / 2);

    private readonly TcpClient _client;
    private readonly NetworkStream _stream;
    private long _pinged = TimeProvider.System.GetTimestamp();
    private long _heard = TimeProvider.System.GetTimestamp();

    private MqttConnection(TcpClient client) => (_client, _stream) = (client, client.GetStream());

    /// <summary>Connects and waits for the broker's consent.</summary>
    /// <exception cref="IOException">The broker is not there, hangs up or refuses; the message says which.</exception>
    internal static async Task<MqttConnection> OpenAsync(Broker broker, string clientId, Message? will, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(OpenLimit);
        var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync(broker.Host, broker.Port, limit.Token);
            var connection = new MqttConnection(client);
            await connection._stream.WriteAsync(Packets.Connect(clientId, broker, will, KeepAliveSeconds), limit.Token);
            var answer = new byte[4];
            await connection._stream.ReadExactlyAsync(answer, limit.Token);
            if (answer[0] != Packets.ConnAck || answer[3] != 0)
            {
                throw new IOException($"the broker refuses (code {answer[3]})");
            }

            _ = connection.ListenAsync();
            return connection;
        }
        catch (Exception broken)
        {
            client.Dispose();
            if (broken is OperationCanceledException && !stop.IsCancellationRequested)
            {
                throw new IOException("the broker does not answer", broken);
            }

            throw broken is SocketException ? new IOException(broken.Message, broken) : broken;
        }
    }

    /// <summary>Publishes at QoS 0.</summary>
    internal async Task SendAsync(Message message, CancellationToken stop) => await WriteAsync(Packets.Publish(message), stop);

    /// <summary>Keeps the connection alive and notices a dead one; call at least every few seconds.</summary>
    /// <exception cref="IOException">The broker has been silent too long.</exception>
    internal async Task KeepAliveAsync(CancellationToken stop)
    {
        if (TimeProvider.System.GetElapsedTime(Interlocked.Read(ref _heard)).TotalSeconds > 1.5 * KeepAliveSeconds)
        {
            throw new IOException("the broker fell silent");
        }

        if (TimeProvider.System.GetElapsedTime(_pinged) >= PingEvery)
        {
            _pinged = TimeProvider.System.GetTimestamp();
            await WriteAsync(Packets.PingReq, stop);
        }
    }

    /// <summary>Says goodbye, so that the will is not published.</summary>
    internal async Task LeaveAsync(Message? farewell, CancellationToken stop)
    {
        if (farewell is { } word)
        {
            await WriteAsync(Packets.Publish(word), stop);
        }

        await WriteAsync(Packets.Disconnect, stop);
        try
        {
            _client.Client?.Shutdown(SocketShutdown.Send);
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException)
        {
            // The broker was quicker to close: the goodbye was heard.
        }
    }

    /// <summary>Cuts the connection; without <see cref="LeaveAsync"/> the broker publishes the will.</summary>
    public void Dispose() => _client.Dispose();

    private async Task WriteAsync(byte[] packet, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(SendLimit);
        try
        {
            await _stream.WriteAsync(packet, limit.Token);
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException || (broken is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new IOException("the connection to the broker broke", broken);
        }
    }

    /// <summary>A publisher hears little: answers to pings, and the end.</summary>
    private async Task ListenAsync()
    {
        var bytes = new byte[256];
        try
        {
            while (await _stream.ReadAsync(bytes) > 0)
            {
                Interlocked.Exchange(ref _heard, TimeProvider.System.GetTimestamp());
            }

            _client.Dispose();
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException or SocketException)
        {
            _client.Dispose();
        }
    }
}
