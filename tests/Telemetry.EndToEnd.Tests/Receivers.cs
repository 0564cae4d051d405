using System.Text.Json;

namespace Telemetry.EndToEnd.Tests;

/// <summary>A mail server, a webhook receiver and a push service written by others, on loopback.</summary>
internal sealed class Receivers : IDisposable
{
    public const string Secret = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";
    private readonly Child _child;
    private readonly int _smtp;
    private readonly int _http;

    private Receivers(Child child, int smtp, int http) => (_child, _smtp, _http) = (child, smtp, http);

    /// <summary>What the dashboard needs to know of them.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["TELEMETRY_SMTP"] = $"smtp+plain://127.0.0.1:{_smtp}",
        ["TELEMETRY_MAIL_FROM"] = "alarmes@valmont.example",
        ["TELEMETRY_WEBHOOK"] = $"http://127.0.0.1:{_http}/hook",
        ["TELEMETRY_WEBHOOK_SECRET"] = Secret,
        ["TELEMETRY_PUSH_HOSTS"] = "127.0.0.1",
        ["TELEMETRY_PUBLIC_ADDRESS"] = "https://energie.valmont.example",
    };

    /// <summary>Everything received so far, and what a browser would register, one JSON object each.</summary>
    public IReadOnlyList<JsonElement> Lines =>
        [.. _child.Output.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement)];

    public static async Task<Receivers> StartAsync()
    {
        var folders = new List<string>();
        foreach (var package in new[] { "smtp-server@3.21.6", "http_ece@1.2.1", "standardwebhooks@1.1.1" })
        {
            folders.Add(Path.Combine(await Foreign.NpmAsync(package), "node_modules"));
        }

        var ports = FreePort.Take(2);
        var child = new Child("receivers", "node", ["tests/Telemetry.EndToEnd.Tests/foreign/receivers.js", $"{ports[0]}", $"{ports[1]}", Secret],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["NODE_PATH"] = string.Join(':', folders) });
        child.Start();
        await child.ReadyAsync();
        return new Receivers(child, ports[0], ports[1]);
    }

    /// <summary>The first thing received of a kind, once it has come.</summary>
    public async Task<JsonElement> FirstAsync(string kind, Func<JsonElement, bool> which)
    {
        JsonElement? found = null;
        await Until.TrueAsync(TimeSpan.FromSeconds(60), $"a {kind} comes", () =>
        {
            found = Lines.Where(line => line.TryGetProperty(kind, out _) && which(line)).Select(line => (JsonElement?)line).FirstOrDefault();
            return found is not null;
        });
        return found!.Value;
    }

    public void Dispose() => _child.Dispose();
}
