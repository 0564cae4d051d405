using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Telemetry.Gateway.Health;

namespace Telemetry.Gateway.Commissioning;

/// <summary>Asks the status page of a gateway on this machine.</summary>
internal static class RunningGateway
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>What it says; null when nobody answers there.</summary>
    internal static async Task<StatusView?> AskAsync(int port, CancellationToken cancel) =>
        await GetAsync(port, "/status.json", cancel) is { } body ? StatusJson.Read(body) : null;

    /// <summary>The frames of a bus after a number; null when nobody answers there, or has no such bus.</summary>
    internal static async Task<FramesView?> FramesAsync(int port, string bus, long after, CancellationToken cancel) =>
        await GetAsync(port, string.Create(CultureInfo.InvariantCulture, $"/frames.json?bus={bus}&after={after}"), cancel) is { } body ? StatusJson.ReadFrames(body) : null;

    private static async Task<string?> GetAsync(int port, string path, CancellationToken cancel)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, late.Token);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n")), late.Token);
            using var answer = new StreamReader(stream, Encoding.UTF8);
            var text = await answer.ReadToEndAsync(late.Token);
            var body = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            return text.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal) && body > 0 ? text[body..] : null;
        }
        catch (Exception nobody) when (nobody is SocketException or IOException or OperationCanceledException)
        {
            return null;
        }
    }
}
