using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Telemetry.Gateway.Health;

/// <summary>A web server of one page, on loopback only: read-only, few at a time, one answer a connection.</summary>
/// <remarks>A browser may be led to any address: the Host header must name loopback, or a page elsewhere could read ours (DNS rebinding).</remarks>
internal sealed partial class StatusServer : IDisposable
{
    private const int LongestRequest = 8192;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Func<StatusView> _view;
    private readonly Func<string, long, FramesView?>? _frames;
    private readonly ILogger _log;
    private readonly TcpListener _listener;
    private readonly SemaphoreSlim _places = new(8);
    private readonly CancellationTokenSource _stop = new();

    private StatusServer(Func<StatusView> view, Func<string, long, FramesView?>? frames, TcpListener listener, ILogger log) =>
        (_view, _frames, _listener, _log) = (view, frames, listener, log);

    /// <summary>The port really taken.</summary>
    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Serves; null, with the reason logged, when the port cannot be had: the gateway works without its page.</summary>
    internal static StatusServer? Start(int port, Func<StatusView> view, ILogger log, Func<string, long, FramesView?>? frames = null)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start(16);
        }
        catch (SocketException taken)
        {
            LogTaken(log, port, taken.Message);
            listener.Dispose();
            return null;
        }

        var server = new StatusServer(view, frames, listener, log);
        LogServing(log, server.Port);
        _ = server.AcceptAsync();
        return server;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await _places.WaitAsync(_stop.Token);
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = ServeAsync(client);
            }
            catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                if (_stop.IsCancellationRequested)
                {
                    return;
                }

                _places.Release();
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        late.CancelAfter(Patience);
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                var answer = StatusAnswer.To(await ReadHeadAsync(stream, late.Token), Port, _view, _frames);
                await stream.WriteAsync(answer, late.Token);
                client.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The visitor left or dawdled: nobody to answer.
        }
#pragma warning disable CA1031 // the page must never take the gateway down
        catch (Exception broken)
#pragma warning restore CA1031
        {
            LogBroken(broken);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Everything up to the empty line; what is longer than any honest request is cut there and refused.</summary>
    private static async Task<string> ReadHeadAsync(NetworkStream stream, CancellationToken cancel)
    {
        var buffer = new byte[LongestRequest];
        var held = 0;
        while (held < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(held), cancel);
            held += read;
            if (read == 0 || buffer.AsSpan(0, held).IndexOf("\r\n\r\n"u8) >= 0)
            {
                return Encoding.Latin1.GetString(buffer, 0, held);
            }
        }

        return "";
    }

    [LoggerMessage(LogLevel.Information, "Status page on http://127.0.0.1:{Port}/")]
    private static partial void LogServing(ILogger log, int port);

    [LoggerMessage(LogLevel.Warning, "No status page: port {Port} cannot be had ({Why}). Choose another with --status PORT.")]
    private static partial void LogTaken(ILogger log, int port, string why);

    [LoggerMessage(LogLevel.Warning, "The status page failed.")]
    private partial void LogBroken(Exception broken);
}
