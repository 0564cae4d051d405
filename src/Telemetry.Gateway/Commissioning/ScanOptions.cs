using System.CommandLine;
using Telemetry.Gateway.Commissioning.Scanning;
using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Commissioning;

/// <summary>What <c>gateway scan</c> may be told.</summary>
internal sealed class ScanOptions(Option<string?> devices)
{
    private readonly Option<string[]> _hosts = new("--host") { Description = "A name, an address, 192.168.1.10-20 or 192.168.1.0/24; may be given again.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> _ports = new("--port") { Description = "TCP ports.", DefaultValueFactory = _ => "502" };
    private readonly Option<string[]> _rtu = new("--rtu") { Description = "HOST:PORT of a converter that carries RTU frames.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> _serial = new("--serial") { Description = "A serial port and its settings: \"/dev/ttyUSB0 9600 8E1\"; may be given again." };
    private readonly Option<string> _units = new("--units") { Description = "Units to ask, such as 1-16,247.", DefaultValueFactory = _ => "1-16" };
    private readonly Option<int> _timeout = new("--timeout") { Description = "Longest wait for each answer in ms.", DefaultValueFactory = _ => 300 };

    internal Command Command(Func<ParseResult, Screen> screen)
    {
        var command = new Command("scan", "Finds who answers, and which profile fits.") { _hosts, _ports, _rtu, _serial, _units, _timeout, devices };
        command.SetAction((parsed, cancel) => Task.Run(() => Run(screen(parsed), parsed, cancel), cancel));
        return command;
    }

    private int Run(Screen screen, ParseResult parsed, CancellationToken cancel)
    {
        var units = NumberRange.Numbers(parsed.GetValue(_units)!, 0, 255);
        var ports = NumberRange.Numbers(parsed.GetValue(_ports)!, 1, 65_535);
        if (units is null || ports is null || ports.Count > 16 || parsed.GetValue(_timeout) is < 20 or > 10_000)
        {
            return screen.Fail(
                "Écrivez --units 1-16,247 (0 à 255), --port 502 (seize au plus) et --timeout 20 à 10000 ms.",
                "Write --units 1-16,247 (0 to 255), --port 502 (sixteen at most) and --timeout 20 to 10000 ms.");
        }

        if (Lines(parsed, ports, out var wrong) is not { } lines)
        {
            return screen.Fail($"« {wrong} » ne se lit pas. {UsageFrench}", $"'{wrong}' cannot be read. {UsageEnglish}");
        }

        if (lines.Count is 0 or > NumberRange.MostHosts)
        {
            return screen.Fail(UsageFrench, UsageEnglish);
        }

        var profiles = ProfileLoader.LoadFolder(parsed.GetValue(devices) ?? Environment.GetEnvironmentVariable(CommandLine.DevicesKey) ?? "devices", Environment.GetEnvironmentVariable).Value;
        return ScanCommand.Run(screen, lines, units, TimeSpan.FromMilliseconds(parsed.GetValue(_timeout)), [.. profiles?.Values ?? []], cancel);
    }

    private List<BusConfiguration>? Lines(ParseResult parsed, IReadOnlyList<int> ports, out string? wrong)
    {
        var lines = new List<BusConfiguration>();
        foreach (var text in parsed.GetValue(_hosts) ?? [])
        {
            if (NumberRange.Hosts(text) is not { } hosts)
            {
                wrong = text;
                return null;
            }

            lines.AddRange(hosts.SelectMany(host => ports.Select(port => new BusConfiguration(host, host, port))));
        }

        foreach (var text in parsed.GetValue(_rtu) ?? [])
        {
            if (LineOptions.RtuOverTcp(text) is not { } line)
            {
                wrong = text;
                return null;
            }

            lines.Add(line);
        }

        foreach (var text in parsed.GetValue(_serial) ?? [])
        {
            if (LineOptions.Serial(text, out wrong) is not { } line)
            {
                return null;
            }

            lines.Add(line);
        }

        wrong = null;
        return lines;
    }

    private const string UsageFrench = "Où chercher ? --host 192.168.1.10 (ou .10-20, ou /24 : 256 lignes au plus), --rtu HÔTE:PORT, ou --serial \"/dev/ttyUSB0 9600 8E1\".";
    private const string UsageEnglish = "Search where? --host 192.168.1.10 (or .10-20, or /24: 256 lines at most), --rtu HOST:PORT, or --serial \"/dev/ttyUSB0 9600 8E1\".";
}
