using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Telemetry.Messaging.Tests.Brokers;

/// <summary>A real mosquitto of one test: its own port and folder, killed at the end.</summary>
internal sealed class Broker : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mosquitto-");
    private readonly string _configuration;
    private Process? _process;

    internal Broker(params IEnumerable<string> configuration)
        : this(_ => configuration)
    {
    }

    /// <summary>Starts a broker whose configuration needs its folder.</summary>
    internal Broker(Func<string, IEnumerable<string>> configuration)
    {
        Port = FreePort();
        // Started by root it would become another user, who cannot read the test's folder.
        _configuration = File("mosquitto.conf", ["user root", "listener " + Port.ToString(CultureInfo.InvariantCulture) + " 127.0.0.1",
            .. configuration(_folder.FullName) is var lines && lines.Any() ? lines : ["allow_anonymous true"]]);
        Start();
    }

    internal int Port { get; }

    /// <summary>Writes a file beside the broker's own.</summary>
    internal string File(string name, IEnumerable<string> lines)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllLines(path, lines);
        return path;
    }

    internal void Start()
    {
        _process = Process.Start(new ProcessStartInfo("/usr/sbin/mosquitto", ["-c", _configuration])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        Until.True(Answers, "the broker listens");
    }

    /// <summary>kill -9, as a power cut does.</summary>
    internal void Kill()
    {
        Signal("CONT");
        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Stops answering without closing anything.</summary>
    internal void Freeze() => Signal("STOP");

    internal void Thaw() => Signal("CONT");

    public void Dispose()
    {
        if (_process is not null)
        {
            Kill();
        }

        _folder.Delete(recursive: true);
    }

    private void Signal(string signal)
    {
        using var kill = Process.Start("/bin/kill", ["-" + signal, _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private bool Answers()
    {
        Assert.False(_process!.HasExited, "mosquitto ended at once");
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
