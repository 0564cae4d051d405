using System.CommandLine;
using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Commissioning;

/// <summary>The commands of the gateway: run, check.</summary>
internal static class CommandLine
{
    /// <summary>The commands; <paramref name="run"/> is what runs a gateway.</summary>
    internal static RootCommand Build(Func<GatewayOptions, CancellationToken, Task<int>> run)
    {
        var site = new Option<string>("--site") { Description = "The site file: what is installed behind this gateway.", Required = true };
        var devices = new Option<string?>("--devices") { Description = "The folder of device profiles; found beside the site file when not given." };
        var data = new Option<string>("--data") { Description = "The folder of the outbox.", DefaultValueFactory = _ => "data" };
        var broker = new Option<string?>("--broker") { Description = "HOST:PORT of the broker; TELEMETRY_MQTT when not given." };
        var runs = new Command("run", "Reads devices and tells the centre, until stopped.") { site, devices, data, broker };
        runs.SetAction((parsed, cancel) => run(
            new GatewayOptions
            {
                Site = parsed.GetValue(site)!,
                Devices = parsed.GetValue(devices) ?? FindDevices(parsed.GetValue(site)!),
                Data = parsed.GetValue(data)!,
                Broker = parsed.GetValue(broker),
            },
            cancel));
        var check = new Command("check", "Lists what is wrong in a site file and the profiles, as path:line: message.") { site, devices };
        check.SetAction(parsed => Check(parsed.GetValue(site)!, parsed.GetValue(devices) ?? FindDevices(parsed.GetValue(site)!)));
        return new RootCommand("Telemetry gateway: from field devices to the centre.") { runs, check };
    }

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

    private static int Check(string site, string devices)
    {
        var loaded = Installation.Load(site, devices, Environment.GetEnvironmentVariable);
        foreach (var problem in loaded.Problems)
        {
            Console.Out.WriteLine(problem);
        }

        if (loaded is { Problems.Count: 0, Value: { } good })
        {
            Console.Out.WriteLine(FormattableString.Invariant($"{site}: {good.Devices.Count} devices, {good.Devices.Sum(device => device.Published.Count())} points, nothing wrong."));
        }

        return loaded.Problems.Count == 0 ? 0 : 1;
    }
}
