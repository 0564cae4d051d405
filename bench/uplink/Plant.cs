using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Telemetry.Bench.Uplink;

/// <summary>The real broker, centre and gateway as processes, on free ports and a folder of their own.</summary>
internal sealed class Plant : IDisposable
{
    internal const string Gateway = "gw-bench";
    internal const string Municipality = "bench";
    private readonly Dictionary<string, (string File, string Arguments)> _commands;
    private readonly Dictionary<string, Process> _processes = [];

    internal Plant(Field field, int devices, int points, double periodSeconds)
    {
        var (broker, web) = (FreePort(), FreePort());
        Root = FindRoot();
        Folder = Directory.CreateTempSubdirectory("telemetry-bench-").FullName;
        File.WriteAllText(InFolder("mosquitto.conf"), $"listener {broker} 127.0.0.1\nallow_anonymous true\nset_tcp_nodelay true\n{(Environment.IsPrivilegedProcess ? "user root\n" : "")}");
        WriteSite(field.Port, devices, points, periodSeconds);
        Environment.SetEnvironmentVariable("TELEMETRY_MQTT", $"127.0.0.1:{broker}");
        Environment.SetEnvironmentVariable("TELEMETRY_DATA", InFolder("centre"));
        Environment.SetEnvironmentVariable("TELEMETRY_CLOCK", null);
        _commands = new Dictionary<string, (string, string)>
        {
            ["broker"] = ("/usr/sbin/mosquitto", $"-c {InFolder("mosquitto.conf")}"),
            ["centre"] = (Path.Combine(Root, "src/Telemetry.Dashboard/bin/Release/net10.0/dashboard"), $"--urls http://127.0.0.1:{web}"),
            ["gateway"] = (Path.Combine(Root, "src/Telemetry.Gateway/bin/Release/net10.0/gateway"),
                $"run --site {InFolder("site.yaml")} --devices {InFolder("devices")} --data {InFolder("gateway")}"),
        };
    }

    internal string Root { get; }

    internal string Folder { get; }

    internal string History => InFolder("centre/history.db");

    internal string Outbox => InFolder("gateway/outbox.db");

    internal void Start(string name)
    {
        var (file, arguments) = _commands[name];
        var log = InFolder($"{name}.log");
        // exec: the process is the command itself, so that a kill reaches it.
        var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"exec {file} {arguments} >> {log} 2>&1"]) { WorkingDirectory = Root })!;
        _processes[name] = process;
    }

    internal async Task<bool> IsReadyAsync(string name, TimeSpan atMost)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < atMost)
        {
            if (File.Exists(InFolder($"{name}.log")) && File.ReadAllText(InFolder($"{name}.log")).Contains("ready\n"))
            {
                return true;
            }

            await Task.Delay(50);
        }

        return false;
    }

    internal void Kill(string name)
    {
        _processes[name].Kill();
        _processes[name].WaitForExit();
    }

    internal (double Cpu, double RssMB) Use(string name)
    {
        var process = _processes[name];
        process.Refresh();
        return (process.TotalProcessorTime.TotalSeconds, process.WorkingSet64 / 1048576.0);
    }

    internal string Log(string name) => File.Exists(InFolder($"{name}.log")) ? File.ReadAllText(InFolder($"{name}.log")) : "";

    internal string InFolder(string name) => Path.Combine(Folder, name);

    internal static T? Scalar<T>(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False;Default Timeout=30");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        return command.ExecuteScalar() is { } value and not DBNull ? (T)Convert.ChangeType(value, typeof(T)) : default;
    }

    public void Dispose()
    {
        foreach (var process in _processes.Values.Where(process => !process.HasExited))
        {
            process.Kill();
            process.WaitForExit();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private void WriteSite(int field, int devices, int points, double periodSeconds)
    {
        Directory.CreateDirectory(InFolder("devices"));
        var profile = new StringBuilder($"profile: meter\nname: Meter\nprotocol: modbus\nsource: this bench\nperiodSeconds: {periodSeconds}\npoints:\n");
        for (var point = 0; point < points; point++)
        {
            profile.AppendLine($"  - {{ point: value.p{point}, quantity: Dimensionless, read: {{ holding: {point * 2}, as: uint32 }} }}");
        }

        File.WriteAllText(InFolder("devices/meter.yaml"), profile.ToString());
        File.WriteAllText(InFolder("devices/probe.yaml"),
            "profile: probe\nname: Probe\nprotocol: modbus\nsource: this bench\nperiodSeconds: 0.5\npoints:\n  - { point: count, quantity: Dimensionless, read: { holding: 0, as: uint32 } }\n");
        var site = new StringBuilder($"gateway: {Gateway}\nname: Bench\nmunicipality: {Municipality}\ncentre: centre\nbuildings:\n  - {{ id: b, name: B, use: Other }}\n");
        site.AppendLine($"buses:\n  - {{ id: bus, modbus: \"127.0.0.1:{field}\" }}\n  - {{ id: quick, modbus: \"127.0.0.1:{field}\" }}\ndevices:");
        site.AppendLine("  - { id: probe, name: Probe, kind: Other, building: b, profile: probe, bus: quick, unit: 200 }");
        for (var device = 1; device <= devices; device++)
        {
            site.AppendLine($"  - {{ id: meter-{device}, name: Meter {device}, kind: Other, building: b, profile: meter, bus: bus, unit: {device} }}");
        }

        File.WriteAllText(InFolder("site.yaml"), site.ToString());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Telemetry.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("This must run inside the repository.");
        }

        return folder;
    }
}
