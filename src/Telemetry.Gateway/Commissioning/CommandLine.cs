using System.CommandLine;
using System.Globalization;

namespace Telemetry.Gateway.Commissioning;

/// <summary>The commands of the gateway and what they share.</summary>
internal sealed class CommandLine
{
    /// <summary>The site file when the command line names none.</summary>
    internal const string SiteKey = "TELEMETRY_GATEWAY_SITE";

    /// <summary>The folder of profiles when the command line names none.</summary>
    internal const string DevicesKey = "TELEMETRY_GATEWAY_DEVICES";

    /// <summary>The port of the status page when the command line names none.</summary>
    internal const string StatusKey = "TELEMETRY_GATEWAY_STATUS";

    private readonly Option<string> _lang = new("--lang") { Description = "fr | en: the language of the answers; LANG when not given.", Recursive = true };
    private readonly Option<bool> _json = new("--json") { Description = "Answers for machines: one JSON document, or one a line.", Recursive = true };

    private readonly Option<string?> _site = new("--site") { Description = $"The site file: what is installed behind this gateway; {SiteKey} when not given." };
    private readonly Option<string?> _devices = new("--devices") { Description = $"The folder of device profiles; {DevicesKey}, or the one beside the site file, when not given." };
    private readonly Option<string> _data = new("--data") { Description = "The folder of the outbox.", DefaultValueFactory = _ => "data" };
    private readonly Option<string?> _broker = new("--broker") { Description = "HOST:PORT of the broker; TELEMETRY_MQTT when not given." };
    private readonly Option<int?> _status = new("--status") { Description = $"The port of the status page on 127.0.0.1; {StatusKey} when not given; no page when neither is." };
    private readonly Option<bool> _yes = new("--yes") { Description = "Simulates even where a gateway of this name is alive." };
    private readonly Option<string?> _frames = new("--frames") { Description = "BUS: the frames of a bus of the running gateway, byte by byte, in the place of values." };
    private readonly Option<double?> _seconds = new("--for") { Description = "Stops after so many seconds; until Ctrl-C when not given." };

    /// <summary>The commands; <paramref name="run"/> is what runs a gateway.</summary>
    internal static RootCommand Build(Func<GatewayOptions, CancellationToken, Task<int>> run) => new CommandLine().Root(run);

    /// <summary>The nearest folder <c>devices</c> above the site file.</summary>
    internal static string FindDevices(string site)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(site)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var devices = Path.Combine(folder, "devices");
            if (Directory.Exists(devices))
            {
                return devices;
            }
        }

        return "devices";
    }

    private RootCommand Root(Func<GatewayOptions, CancellationToken, Task<int>> run)
    {
        var runs = new Command("run", "Reads devices and tells the centre, until stopped.") { _site, _devices, _data, _broker, _status };
        runs.SetAction((parsed, cancel) => Options(parsed) is { } options ? run(options, cancel) : Task.FromResult(NoSite(parsed)));
        var check = new Command("check", "Lists what is wrong in a site file and the profiles, as path:line: message, and what is installed.") { _site, _devices };
        check.SetAction(parsed => Options(parsed) is { } options ? CheckCommand.Run(ScreenOf(parsed), options) : NoSite(parsed));
        var watch = new Command("watch", "Shows every value with its age and quality, live: from the running gateway, or from the field itself.")
        {
            _site, _devices, _broker, _status, _seconds, _frames,
        };
        watch.SetAction((parsed, cancel) => Options(parsed) is { } options
            ? WatchCommand.RunAsync(ScreenOf(parsed), options, parsed.GetValue(_seconds), parsed.GetValue(_frames), cancel)
            : Task.FromResult(NoSite(parsed)));
        var simulate = new Command("simulate", "Runs a site without its field: made-up values, marked so, to try the way to the centre before the wiring.")
        {
            _site, _devices, _data, _broker, _status, _yes,
        };
        simulate.SetAction((parsed, cancel) => Options(parsed) is { } options
            ? SimulateCommand.RunAsync(ScreenOf(parsed), options, parsed.GetValue(_yes), run, cancel)
            : Task.FromResult(NoSite(parsed)));
        return new RootCommand("Telemetry gateway: from field devices to the centre.")
        {
            runs, check, new ScanOptions(_devices).Command(ScreenOf), new ReadOptions(_site, _devices).Command(ScreenOf, Options), watch, simulate, _lang, _json,
        };
    }

    private Screen ScreenOf(ParseResult parsed) =>
        new(Language.Of(parsed.GetValue(_lang), Environment.GetEnvironmentVariable), parsed.GetValue(_json));

    /// <summary>What the command line and the environment say; null when neither names a site.</summary>
    private GatewayOptions? Options(ParseResult parsed)
    {
        var known = parsed.CommandResult.Command.Options;
        if ((parsed.GetValue(_site) ?? Environment.GetEnvironmentVariable(SiteKey)) is not { Length: > 0 } site)
        {
            return null;
        }

        return new GatewayOptions
        {
            Site = site,
            Devices = parsed.GetValue(_devices) ?? Environment.GetEnvironmentVariable(DevicesKey) ?? FindDevices(site),
            Data = known.Contains(_data) ? parsed.GetValue(_data)! : "data",
            Broker = known.Contains(_broker) ? parsed.GetValue(_broker) : null,
            StatusPort = (known.Contains(_status) ? parsed.GetValue(_status) : null)
                ?? (int.TryParse(Environment.GetEnvironmentVariable(StatusKey), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null),
        };
    }

    private int NoSite(ParseResult parsed) => ScreenOf(parsed).Fail(
        $"Quel site ? Écrivez --site FICHIER.yaml, ou donnez {SiteKey}.", $"Which site? Write --site FILE.yaml, or set {SiteKey}.");
}
