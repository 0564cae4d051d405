using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Telemetry.Bench.Uplink;

/// <summary>Modbus TCP meters: every read of a unit counts one further, in every pair of registers.</summary>
internal sealed class Field : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<byte, uint> _reads = new();

    public Field()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The bench is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            var request = new byte[12];
            while (true)
            {
                await stream.ReadExactlyAsync(request);
                await stream.WriteAsync(Answer(request));
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException)
        {
            // The gateway was killed.
        }
    }

    private byte[] Answer(byte[] request)
    {
        var words = BinaryPrimitives.ReadUInt16BigEndian(request.AsSpan(10));
        var count = _reads.AddOrUpdate(request[6], 1, (_, before) => before + 1);
        var answer = new byte[9 + (words * 2)];
        request.AsSpan(0, 8).CopyTo(answer);
        BinaryPrimitives.WriteUInt16BigEndian(answer.AsSpan(4), (ushort)(3 + (words * 2)));
        answer[8] = (byte)(words * 2);
        for (var word = 0; word + 1 < words; word += 2)
        {
            BinaryPrimitives.WriteUInt32BigEndian(answer.AsSpan(9 + (word * 2)), count);
        }

        return answer;
    }
}
