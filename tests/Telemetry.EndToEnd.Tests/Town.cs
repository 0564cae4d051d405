using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Telemetry.EndToEnd.Tests;

/// <summary>The whole town as real processes on free ports, with a clock that runs as fast as the test wants.</summary>
internal sealed class Town : IAsyncDisposable
{
    public const string DemoPassword = "essai-essai-essai";
    private static readonly string[] Sites = ["ecole", "gymnase", "mairie", "creche"];
    private readonly Dictionary<string, string> _environment;
    private readonly Dictionary<string, Child> _children = [];

    private Town(string folder, IReadOnlyList<int> ports, string? clock)
    {
        Folder = folder;
        (BrokerPort, WebPort) = (ports[0], ports[1]);
        _environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["TELEMETRY_MQTT"] = $"127.0.0.1:{ports[0]}",
            ["TELEMETRY_MQTT_USER"] = "town",
            ["TELEMETRY_MQTT_PASSWORD"] = "town-password",
            ["TELEMETRY_DEMO"] = "true",
            ["TELEMETRY_DEMO_PASSWORD"] = DemoPassword,
            ["TELEMETRY_DATA"] = Path.Combine(folder, "dashboard"),
            ["TOWN_ECOLE"] = $"127.0.0.1:{ports[2]}",
            ["TOWN_GYMNASE_ECL"] = $"127.0.0.1:{ports[3]}",
            ["TOWN_GYMNASE_METER"] = $"127.0.0.1:{ports[4]}",
            ["TOWN_MAIRIE"] = $"127.0.0.1:{ports[5]}",
            ["TOWN_CRECHE_ECL"] = $"127.0.0.1:{ports[6]}",
        };
        if (clock is not null)
        {
            _environment["TELEMETRY_CLOCK"] = clock;
        }
    }

    public string Folder { get; }

    public int BrokerPort { get; }

    public int WebPort { get; }

    public string Address => $"http://127.0.0.1:{WebPort}";

    public string HistoryFile => Path.Combine(Folder, "dashboard", "history.db");

    public string BooksFile => Path.Combine(Folder, "books.json");

    public Child this[string name] => _children[name];

    public string EcoleModbus => _environment["TOWN_ECOLE"];

    /// <summary>Starts everything and waits until each process is ready.</summary>
    /// <param name="start">The town's instant at the start; null for the real clock.</param>
    /// <param name="speed">How many times faster than ours its clock runs.</param>
    /// <param name="scenario">A scenario file for the simulator.</param>
    /// <param name="more">More variables for every process.</param>
    public static async Task<Town> StartAsync(
        DateTimeOffset? start = null, double speed = 1, string? scenario = null, IReadOnlyDictionary<string, string>? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("telemetry-town-").FullName;
        var origin = TimeProvider.System.GetUtcNow();
        var clock = start is null ? null : string.Create(CultureInfo.InvariantCulture, $"start={start:O};origin={origin:O};speed={speed};join=false");
        var town = new Town(folder, FreePort.Take(7), clock);
        foreach (var (name, value) in more ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            town._environment[name] = value;
        }

        await town.StartAllAsync(scenario);
        return town;
    }

    /// <summary>The simulator's own books: what each meter truly counted.</summary>
    public async Task<JsonDocument> ReadBooksAsync() => JsonDocument.Parse(await File.ReadAllTextAsync(BooksFile, TestContext.Current.CancellationToken));

    public async Task<JsonDocument> HealthAsync()
    {
        using var http = new HttpClient();
        return JsonDocument.Parse(await http.GetStringAsync(new Uri($"{Address}/sante"), TestContext.Current.CancellationToken));
    }

    public string OutboxFile(string site) => Path.Combine(Folder, $"gateway-{site}", "outbox.db");

    public async ValueTask DisposeAsync()
    {
        foreach (var child in _children.Values.Reverse())
        {
            child.Dispose();
        }

        await Task.Yield();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task StartAllAsync(string? scenario)
    {
        await WriteBrokerFilesAsync();
        Add("broker", "/usr/sbin/mosquitto", ["-c", Path.Combine(Folder, "mosquitto.conf")]);
        _children["broker"].Start();
        Add("town", Repository.Program("firmware-sim", "firmware-sim"), ["--broker", $"127.0.0.1:{BrokerPort}", "--books", BooksFile, .. scenario is null ? Array.Empty<string>() : ["--scenario", scenario]]);
        Add("dashboard", Repository.Program("src/Telemetry.Dashboard", "dashboard"), ["--urls", Address]);
        foreach (var site in Sites)
        {
            Add($"gateway-{site}", Repository.Program("src/Telemetry.Gateway", "gateway"),
                ["run", "--site", $"sites/demo/{site}.yaml", "--devices", "devices", "--data", Path.Combine(Folder, $"gateway-{site}")]);
        }

        _children["town"].Start();
        _children["dashboard"].Start();
        await _children["town"].ReadyAsync();
        foreach (var site in Sites)
        {
            _children[$"gateway-{site}"].Start();
        }

        foreach (var child in _children.Values.Where(child => child.Name != "broker"))
        {
            await child.ReadyAsync();
        }
    }

    private void Add(string name, string program, IReadOnlyList<string> arguments) => _children[name] = new Child(name, program, arguments, _environment);

    private async Task WriteBrokerFilesAsync()
    {
        var passwords = Path.Combine(Folder, "passwd");
        using (var make = Process.Start("mosquitto_passwd", ["-b", "-c", passwords, "town", "town-password"]))
        {
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await File.WriteAllTextAsync(Path.Combine(Folder, "mosquitto.conf"), $"""
            listener {BrokerPort} 127.0.0.1
            allow_anonymous false
            password_file {passwords}
            persistence true
            persistence_location {Folder}/
            set_tcp_nodelay true
            {(Environment.IsPrivilegedProcess ? "user root" : "")}

            """, TestContext.Current.CancellationToken);
    }
}
