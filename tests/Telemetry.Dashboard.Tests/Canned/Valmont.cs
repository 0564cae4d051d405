using Telemetry.Analytics.Registry;
using Telemetry.Model.Energy;
using Telemetry.Model.Measures;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Tests.Canned;

/// <summary>The town the pages are tried on.</summary>
internal sealed class Valmont(Noon clock) : ITownRegistry
{
    public const string Municipality = "valmont-sur-orne";

    public static readonly Building School = new() { Id = "ecole-jules-ferry", Municipality = Municipality, Name = "École Jules-Ferry", Use = BuildingUse.School, FloorAreaM2 = 2500 };
    public static readonly Building Gym = new() { Id = "gymnase-pasteur", Municipality = Municipality, Name = "Gymnase Pasteur", Use = BuildingUse.Gymnasium, FloorAreaM2 = 1200 };
    public static readonly Building TownHall = new() { Id = "mairie", Municipality = Municipality, Name = "Mairie", Use = BuildingUse.TownHall, FloorAreaM2 = 1000 };
    public static readonly Building Nursery = new() { Id = "creche-les-lutins", Municipality = Municipality, Name = "Crèche Les Lutins", Use = BuildingUse.Nursery, FloorAreaM2 = 700 };

    private static readonly (string Gateway, Building Building)[] Sites =
        [("gw-ecole", School), ("gw-gymnase", Gym), ("gw-mairie", TownHall), ("gw-creche", Nursery)];

    /// <summary>What the controllers show of their own settings, and how that stands which the gateway keeps.</summary>
    private static readonly (string Name, string Unit, Bounds? Bounds)[] Settings =
    [
        ("curve.slope", "", new Bounds(0.3, 3.2, 0.1)), ("dhw.temperature.sp", "°C", new Bounds(55, 75, 0.5)), ("pump.post.run", "min", null),
        ("programme.kept.curve.slope", "", null), ("programme.kept.dhw.temperature.sp", "", null), ("programme.hotwater.run", "", null), ("programme.hotwater.run.end", "", null),
    ];

    public HashSet<string> Offline { get; } = new(StringComparer.Ordinal) { "gw-creche" };

    public bool Empty { get; set; }

    public Town Current => Empty ? new Town() : new Town
    {
        Buildings = [.. Sites.Select(site => site.Building).OrderBy(one => one.Name, StringComparer.Ordinal)],
        Equipment = [.. Sites.Select(site => Boiler(site.Gateway, site.Building)), Pdu, Cooling],
        Points = [.. Sites.SelectMany(site => Points(Boiler(site.Gateway, site.Building).Id))],
        Gateways = [.. Sites.Select(site => new GatewayLink(Municipality, site.Gateway, !Offline.Contains(site.Gateway), clock.Now.AddMinutes(-22), 2, 17) { Version = site.Gateway == "gw-mairie" ? null : "0.9.2" })],
    };

    public static Equipment Pdu { get; } = new()
    {
        Id = new(Municipality, "gw-mairie", "pdu"), BuildingId = "mairie", Name = "Baie serveurs", Kind = EquipmentKind.PowerDistributionUnit, Model = "shelly-pro-3em",
    };

    public static Equipment Cooling { get; } = new()
    {
        Id = new(Municipality, "gw-mairie", "clim"), BuildingId = "mairie", Name = "Climatisation", Kind = EquipmentKind.Plug, Model = "tasmota-plug",
    };

    public static EquipmentId BoilerOf(string gateway) => new(Municipality, gateway, "chaufferie");

    private static Equipment Boiler(string gateway, Building building) => new()
    {
        Id = BoilerOf(gateway), BuildingId = building.Id, Name = "Chaufferie", Kind = EquipmentKind.BoilerRoom, Model = "samson-trovis-557x",
    };

    private static IEnumerable<Point> Points(EquipmentId boiler)
    {
        foreach (var name in new[] { "outdoor.temperature", "flow.temperature", "flow.temperature.sp", "return.temperature", "room.temperature", "room.temperature.sp.active" })
        {
            yield return new Point { Id = new(boiler, name), Quantity = Quantity.Temperature, Unit = "°C" };
        }

        // The school's two boilers speak for themselves.
        foreach (var name in boiler.Gateway == "gw-ecole" ? new[] { "cascade.lead", "cascade.wanted", "cascade.running", "cascade.hours.1", "cascade.hours.2" } : [])
        {
            yield return new Point { Id = new(boiler, name), Quantity = Quantity.Dimensionless, Unit = "" };
        }

        yield return new Point { Id = new(boiler, "mode"), Quantity = Quantity.Mode, Unit = "" };
        yield return new Point { Id = new(boiler, "pump.state"), Quantity = Quantity.OnOff, Unit = "" };
        yield return new Point { Id = new(boiler, "reservation.until"), Quantity = Quantity.Dimensionless, Unit = "s" };
        yield return new Point { Id = new(boiler, "fault.state"), Quantity = Quantity.Fault, Unit = "" };
        foreach (var (name, unit, bounds) in Settings)
        {
            yield return new Point { Id = new(boiler, name), Quantity = unit == "°C" ? Quantity.Temperature : Quantity.Dimensionless, Unit = unit, Bounds = bounds };
        }

        yield return new Point
        {
            Id = new(boiler, "room.temperature.sp"), Quantity = Quantity.Temperature, Unit = "°C", Function = PointFunction.Setpoint,
            Bounds = boiler.Gateway == "gw-creche" ? new Bounds(18, 24, 0.5) : new Bounds(16, 22, 0.5), Carrier = Carrier.None,
        };
    }
}
