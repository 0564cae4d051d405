using System.Globalization;
using Spectre.Console;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Health;

namespace Telemetry.Gateway.Commissioning;

/// <summary><c>gateway check</c>: every problem of a site and its profiles, then what is installed.</summary>
internal static class CheckCommand
{
    /// <summary>0 when nothing is wrong, else 1.</summary>
    internal static int Run(Screen screen, GatewayOptions options)
    {
        if (!File.Exists(options.Site))
        {
            return screen.Fail($"{options.Site} : ce fichier n’existe pas.", $"{options.Site}: there is no such file.");
        }

        var loaded = Installation.Load(options.Site, options.Devices, Environment.GetEnvironmentVariable);
        var good = loaded.Problems.Count == 0 && loaded.Value is not null;
        if (screen.IsJson)
        {
            Screen.Json(Document(options, loaded, good));
            return good ? 0 : 1;
        }

        foreach (var problem in loaded.Problems)
        {
            Screen.Line(problem.ToString());
        }

        if (loaded.Value is { } site)
        {
            Show(screen, site);
        }

        var devices = screen.Language.Number(loaded.Value?.Devices.Count ?? 0);
        var points = screen.Language.Number(loaded.Value?.Devices.Sum(device => device.Published.Count()) ?? 0);
        var problems = screen.Language.Number(loaded.Problems.Count);
        Screen.Line(good
            ? screen.Language.Say($"{options.Site} : {devices} équipements, {points} points, rien à redire.", $"{options.Site}: {devices} devices, {points} points, nothing wrong.")
            : screen.Language.Say(
                $"{problems} problème(s). Ce qui est faux est laissé de côté : corrigez, puis relancez.",
                $"{problems} problem(s). What is wrong is left out: put it right, then check again."));
        return good ? 0 : 1;
    }

    private static void Show(Screen screen, SiteConfiguration site)
    {
        var say = screen.Language;
        var table = Screen.Table(say.Say("Équipement", "Device"), say.Say("Nom", "Name"), say.Say("Profil", "Profile"), say.Say("Adresse", "Address"),
            "Points", say.Say("Période", "Period"), say.Say("Requêtes", "Requests"), say.Say("Écriture", "Writable"));
        foreach (var device in site.Devices)
        {
            table.AddRow(
                Screen.Cell(device.Equipment.Id.Device), Screen.Cell(device.Equipment.Name), Screen.Cell(device.Profile.Id), Screen.Cell(StatusBoard.Where(site, device)),
                Screen.Cell(device.Points.Count.ToString(CultureInfo.InvariantCulture)), Screen.Cell(say.Number(device.Period.TotalSeconds) + " s"),
                Screen.Cell(Requests(device)?.ToString(CultureInfo.InvariantCulture) ?? "–"), Screen.Cell(string.Join(", ", Writable(device))));
        }

        screen.Console.Write(table);
        foreach (var bus in site.Buses.Where(bus => BusLoad.Of(bus, site.Devices) > 0.8))
        {
            var load = (BusLoad.Of(bus, site.Devices) * 100).ToString("0", CultureInfo.InvariantCulture);
            screen.Say(
                $"Attention : le bus {bus.Id} serait occupé à {load} %. Allongez periodSeconds, ou répartissez les équipements sur deux lignes.",
                $"Beware: bus {bus.Id} would be {load} % busy. Lengthen periodSeconds, or share the devices between two lines.");
        }
    }

    private static object Document(GatewayOptions options, Loaded<SiteConfiguration> loaded, bool good) => new
    {
        ok = good,
        site = options.Site,
        gateway = loaded.Value?.Gateway,
        problems = loaded.Problems.Select(problem => new { path = problem.Path, line = problem.Line, message = problem.Message }),
        buses = loaded.Value?.Buses.Select(bus => new { id = bus.Id, load = Math.Round(BusLoad.Of(bus, loaded.Value.Devices), 3) }),
        devices = loaded.Value?.Devices.Select(device => new
        {
            id = device.Equipment.Id.Device,
            name = device.Equipment.Name,
            profile = device.Profile.Id,
            where = StatusBoard.Where(loaded.Value, device),
            points = device.Points.Count,
            periodSeconds = device.Period.TotalSeconds,
            requests = Requests(device),
            writable = Writable(device),
        }),
    };

    private static int? Requests(DeviceConfiguration device) => device.Profile.Modbus is { } modbus ? ReadPlan.ByPeriod(device.Points, modbus).Count : null;

    private static IEnumerable<string> Writable(DeviceConfiguration device) => device.Published.Where(point => point.Point.Bounds is not null).Select(point => point.Point.Id.Name);
}
