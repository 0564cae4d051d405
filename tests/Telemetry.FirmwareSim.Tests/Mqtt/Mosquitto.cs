using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using FirmwareSim.Mqtt;

namespace Telemetry.FirmwareSim.Tests.Mqtt;

/// <summary>A real broker of this test's own, with a password, and a real subscriber that hears everything.</summary>
internal sealed class Mosquitto : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mosquitto").FullName;
    private readonly ConcurrentQueue<string> _heard = new();
    private Process? _broker;
    private Process? _ear;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal Broker Address { get; } = new("127.0.0.1", FreePort(), "town", "secret");

    /// <summary>What was heard, as <c>retain topic payload</c>.</summary>
    internal IReadOnlyList<string> Heard => [.. _heard];

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    internal async Task StartAsync()
    {
        _heard.Clear();
        Assert.SkipUnless(File.Exists("/usr/sbin/mosquitto") && File.Exists("/usr/bin/mosquitto_sub"), "mosquitto is not installed");
        var (passwords, settings) = (Path.Combine(_folder, "passwords"), Path.Combine(_folder, "mosquitto.conf"));
        await File.WriteAllTextAsync(passwords, "", Cancel);
        using (var tool = Start("/usr/bin/mosquitto_passwd", "-b", passwords, "town", "secret"))
        {
            await tool.WaitForExitAsync(Cancel);
        }

        var user = Environment.UserName;
        await File.WriteAllTextAsync(settings, $"listener {Address.Port} 127.0.0.1\nallow_anonymous false\npassword_file {passwords}\nuser {user}\n", Cancel);
        _broker = Start("/usr/sbin/mosquitto", "-c", settings);
        await UntilAsync(CanConnectAsync, "the broker listens");
        _ear = Start("/usr/bin/mosquitto_sub", "-p", $"{Address.Port}", "-u", "town", "-P", "secret", "-t", "#", "-v", "-F", "%r %t %p");
        _ear.OutputDataReceived += (_, line) => _heard.Enqueue(line.Data ?? "");
        _ear.BeginOutputReadLine();
        using var probe = await MqttConnection.OpenAsync(Address, "probe", new Message("probe", "gone"), CancellationToken.None);
        await UntilAsync(async () =>
        {
            await probe.SendAsync(new Message("probe", "here"), CancellationToken.None);
            return Heard.Contains("0 probe here", StringComparer.Ordinal);
        }, "the subscriber hears");
        await probe.LeaveAsync(new Message("probe", "left"), CancellationToken.None);
    }

    internal async Task StopAsync()
    {
        foreach (var process in new[] { _ear, _broker })
        {
            if (process is { HasExited: false })
            {
                process.Kill();
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    /// <summary>Waits for a line, at most 15 s.</summary>
    internal Task HearsAsync(Func<string, bool> wanted, string what) => UntilAsync(() => Task.FromResult(Heard.Any(wanted)), what);

    private static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"waited in vain: {what}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    private static Process Start(string file, params string[] arguments) => Process.Start(new ProcessStartInfo(file, arguments)
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> CanConnectAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Address.Port, Cancel);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
