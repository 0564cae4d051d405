using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using FirmwareSim.Physics;
using Microsoft.Data.Sqlite;

namespace Telemetry.Bench.Boilers;

/// <summary>Simulated boilers in this process; real broker, centre and gateways beside it, on free ports and in a folder of their own.</summary>
internal sealed class Stage : IAsyncDisposable
{
    internal const string Municipality = "bench";
    internal const string Password = "trombone cerisier lundi 47";
    private readonly Dictionary<string, (string File, string Arguments)> _commands = [];
    private readonly ConcurrentDictionary<string, Process> _processes = [];
    private readonly CancellationTokenSource _over = new();
    private readonly Task _physics;

    internal Stage(int gateways, int each)
    {
        var root = FindRoot();
        var (broker, web) = (FreePort(), FreePort());
        Folder = Directory.CreateTempSubdirectory("telemetry-boilers-").FullName;
        Address = new Uri($"http://127.0.0.1:{web}");
        var weather = new SyntheticWeather(1);
        Controllers = [.. Enumerable.Range(0, gateways * each).Select(number => new Controller(number, 4))];
        File.WriteAllText(InFolder("mosquitto.conf"), $"listener {broker} 127.0.0.1\nallow_anonymous true\nset_tcp_nodelay true\n{(Environment.IsPrivilegedProcess ? "user root\n" : "")}");
        foreach (var (name, value) in new Dictionary<string, string?>
        {
            ["TELEMETRY_MQTT"] = $"127.0.0.1:{broker}", ["TELEMETRY_DATA"] = InFolder("centre"), ["TELEMETRY_CLOCK"] = null,
            ["TELEMETRY_DEMO"] = "true", ["TELEMETRY_DEMO_PASSWORD"] = Password, ["TELEMETRY_TRAINING"] = null,
        })
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        _commands["broker"] = ("/usr/sbin/mosquitto", $"-c {InFolder("mosquitto.conf")}");
        _commands["centre"] = (Path.Combine(root, "src/Telemetry.Dashboard/bin/Release/net10.0/dashboard"), $"--urls {Address}");
        for (var gateway = 0; gateway < gateways; gateway++)
        {
            WriteSite(gateway, Controllers.Skip(gateway * each).Take(each));
            _commands[Gateway(gateway)] = (Path.Combine(root, "src/Telemetry.Gateway/bin/Release/net10.0/gateway"),
                $"run --site {InFolder(Gateway(gateway) + ".yaml")} --devices {Path.Combine(root, "devices")} --data {InFolder(Gateway(gateway))}");
        }

        _physics = LiveAsync(weather);
    }

    internal string Folder { get; }

    internal Uri Address { get; }

    internal IReadOnlyList<Controller> Controllers { get; }

    internal string Registry => InFolder("centre/registry.db");

    internal static string Gateway(int number) => $"gw-{number:00}";

    /// <summary>Leaves logs and books where they are, for whoever looks for a fault.</summary>
    internal bool Keep { get; set; }

    internal void Start(string name)
    {
        var (file, arguments) = _commands[name];
        // exec: the process is the command itself, so that a kill reaches it.
        _processes[name] = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"exec {file} {arguments} >> {InFolder(name + ".log")} 2>&1"]) { WorkingDirectory = Folder })!;
    }

    /// <summary>Makes a technician with the centre's own command, the centre being down.</summary>
    internal async Task AddTechnicianAsync(string name)
    {
        var start = new ProcessStartInfo(_commands["centre"].File, ["account", "add", name, "--role", "technician"]) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(Password);
        process.StandardInput.Close();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The account {name} was not made.");
        }
    }

    internal void Kill(string name)
    {
        _processes[name].Kill();
        _processes[name].WaitForExit();
    }

    internal bool Runs(string name) => _processes.TryGetValue(name, out var process) && !process.HasExited;

    internal (double Cpu, double Mb) Use(string name)
    {
        var process = _processes[name];
        process.Refresh();
        return (process.TotalProcessorTime.TotalSeconds, process.WorkingSet64 / 1e6);
    }

    internal string InFolder(string name) => Path.Combine(Folder, name);

    /// <summary>Rows of the centre's own books.</summary>
    internal List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection($"Data Source={Registry};Mode=ReadOnly;Pooling=False;Default Timeout=30");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        using var rows = command.ExecuteReader();
        var found = new List<T>();
        while (rows.Read())
        {
            found.Add(read(rows));
        }

        return found;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes.Values.Where(process => !process.HasExited))
        {
            process.Kill();
            process.WaitForExit();
        }

        await _over.CancelAsync();
        await _physics;
        foreach (var controller in Controllers)
        {
            await controller.DisposeAsync();
        }

        if (!Keep)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private async Task LiveAsync(SyntheticWeather weather)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await timer.WaitForNextTickAsync(_over.Token))
            {
                var now = DateTimeOffset.UtcNow;
                var sky = weather.At(now);
                foreach (var controller in Controllers)
                {
                    controller.Step(1, now, sky);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The bench is over.
        }
    }

    private void WriteSite(int gateway, IEnumerable<Controller> controllers)
    {
        var (buildings, buses, devices) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        foreach (var controller in controllers)
        {
            var name = controller.Name;
            buildings.AppendLine($"  - {{ id: {name}, name: Building {controller.Number}, use: Other, floorArea: 1000 }}");
            buses.AppendLine($"  - {{ id: {name}, modbus: \"127.0.0.1:{controller.Port}\" }}");
            devices.AppendLine($"  - id: {name}\n    name: Boiler {controller.Number}\n    kind: BoilerRoom\n    building: {name}\n    profile: {(controller.IsTrovis ? "samson-trovis-557x" : "danfoss-ecl310")}");
            devices.AppendLine($"    bus: {name}\n    unit: 1\n    periodSeconds: 1\n    writable: [room.temperature.sp]\n    points:\n      room.temperature.sp: {{ label: Comfort, min: 10, max: 24, step: 0.5 }}");
        }

        File.WriteAllText(InFolder(Gateway(gateway) + ".yaml"),
            $"gateway: {Gateway(gateway)}\nname: Gateway {gateway}\nmunicipality: {Municipality}\ncentre: centre\nbuildings:\n{buildings}buses:\n{buses}devices:\n{devices}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Telemetry.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("This must run inside the repository.");
        }

        return folder;
    }
}
