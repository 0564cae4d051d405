using System.Globalization;
using System.Text.RegularExpressions;
using Telemetry.Gateway.Configuration.Buses;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Configuration;

/// <summary>Reads a site file against the profiles. What is wrong is left out and told; the rest runs.</summary>
internal sealed partial class SiteLoader
{
    private readonly YamlSource _source;
    private readonly IReadOnlyDictionary<string, DeviceProfile> _profiles;
    private readonly Dictionary<string, (YamlMap Map, IReadOnlyList<string> Names)> _boilers = new(StringComparer.Ordinal);
    private string _gateway = "";
    private string _municipality = "";

    private SiteLoader(YamlSource source, IReadOnlyDictionary<string, DeviceProfile> profiles) => (_source, _profiles) = (source, profiles);

    /// <summary>The site, its healthy devices, and every problem; no value when not even the gateway's name is there.</summary>
    internal static Loaded<SiteConfiguration> Load(string path, IReadOnlyDictionary<string, DeviceProfile> profiles, Func<string, string?> variable)
    {
        var source = new YamlSource(path, variable);
        var site = source.Root() is { } root ? new SiteLoader(source, profiles).Read(root) : null;
        return new Loaded<SiteConfiguration>(site, source.Problems);
    }

    private SiteConfiguration? Read(YamlMap root)
    {
        _gateway = Slug(root, "gateway", "gw-ecole");
        _municipality = Slug(root, "municipality", "valmont-sur-orne");
        var buildings = Distinct(root.Maps("buildings").Select(ReadBuilding), building => building.Id, root, "buildings");
        var buses = Distinct(root.Maps("buses").Select(ReadBus), bus => bus.Id, root, "buses");
        var devices = Distinct(root.Maps("devices").Select(map => ReadDevice(map, buildings, buses)), device => device.Equipment.Id.Device, root, "devices");
        var (fieldBroker, fieldSession) = FieldBrokerLoader.Read(root);
        var site = new SiteConfiguration
        {
            Gateway = _gateway,
            Municipality = _municipality,
            Name = root.Text("name", "École Jules-Ferry"),
            Centre = root.TextOrNull("centre") ?? "centre",
            FieldBroker = fieldBroker,
            FieldSession = fieldSession,
            Buildings = buildings,
            Buses = buses,
            Devices = BoilerList.Join(devices, _boilers),
        };
        CheckConnections(root, site);
        root.Done();
        return _gateway.Length > 0 && _municipality.Length > 0 ? site : null;
    }

    private static void CheckConnections(YamlMap root, SiteConfiguration site)
    {
        foreach (var device in site.Devices.Where(device => device.Profile.Modbus is { OneConnection: true }))
        {
            var bus = site.Buses.First(candidate => string.Equals(candidate.Id, device.Bus, StringComparison.Ordinal));
            if (bus.Wire != BusWire.Serial && site.Buses.FirstOrDefault(other => other != bus && other.Port == bus.Port && string.Equals(other.Host, bus.Host, StringComparison.OrdinalIgnoreCase)) is { } second)
            {
                root.Fault("buses", $"'{device.Equipment.Id.Device}' takes one connection only, and {bus.Id} and {second.Id} go to the same address: put both devices on {bus.Id} and remove {second.Id}.");
            }
        }
    }

    private Building? ReadBuilding(YamlMap map)
    {
        var before = _source.Count;
        var building = new Building
        {
            Id = Slug(map, "id", "ecole-jules-ferry"),
            Municipality = _municipality,
            Name = map.Text("name", "École Jules-Ferry"),
            Use = map.Word("use", BuildingUse.Other),
            FloorAreaM2 = map.Has("floorArea") ? map.Number("floorArea", 1, 1, 1_000_000) : null,
        };
        map.Done();
        return _source.Count == before ? building : null;
    }

    private BusConfiguration? ReadBus(YamlMap map)
    {
        var before = _source.Count;
        var id = Slug(map, "id", "rs485");
        if (map.Has("serial"))
        {
            return ReadSerial(map, id);
        }

        var key = map.Has("rtu") ? "rtu" : "modbus";
        var wire = key is "rtu" ? BusWire.RtuOverTcp : map.Flag("lenient") ? BusWire.LenientTcp : BusWire.Tcp;
        var endpoint = map.Text(key, "192.168.1.10:502");
        var colon = endpoint.LastIndexOf(':');
        var host = colon > 0 ? endpoint[..colon].Trim('[', ']') : "";
        if (endpoint.Length > 0
            && (host.Length == 0 || !ushort.TryParse(endpoint.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port == 0))
        {
            map.Fault(key, $"'{key}: {endpoint}' must be an address and a port from 1 to 65535: write 192.168.1.10:502");
        }

        map.Done();
        return _source.Count == before ? new BusConfiguration(id, host, int.Parse(endpoint.AsSpan(colon + 1), CultureInfo.InvariantCulture)) { Wire = wire } : null;
    }

    private BusConfiguration? ReadSerial(YamlMap map, string id)
    {
        var before = _source.Count;
        var (settings, problem) = SerialSettings.Parse(map.Text("serial", SerialSettings.Example));
        if (problem is not null)
        {
            map.Fault("serial", problem);
        }

        map.Done();
        return _source.Count == before && id.Length > 0 ? new BusConfiguration(id, "", 0) { Wire = BusWire.Serial, Serial = settings } : null;
    }

    private DeviceConfiguration? ReadDevice(YamlMap map, IReadOnlyList<Building> buildings, IReadOnlyList<BusConfiguration> buses)
    {
        var before = _source.Count;
        var equipment = new Equipment
        {
            Id = new EquipmentId(_municipality, _gateway, Slug(map, "id", "chaufferie")),
            Name = map.Text("name", "Chaufferie"),
            Kind = map.Word("kind", EquipmentKind.Other),
            BuildingId = OneOf(map, "building", buildings.Select(building => building.Id)),
            Model = OneOf(map, "profile", _profiles.Keys),
        };
        var profile = _profiles.GetValueOrDefault(equipment.Model);
        var modbus = profile?.Modbus is not null;
        var period = TimeSpan.FromSeconds(map.Number("periodSeconds", profile?.Period.TotalSeconds ?? 10, 0.1, 86_400));
        var stale = map.Number("staleAfterSeconds", profile?.StaleAfter?.TotalSeconds ?? Math.Max(5, period.TotalSeconds * 3), 1, 604_800);
        var bus = profile is null || modbus ? OneOf(map, "bus", buses.Select(known => known.Id), required: modbus) : "";
        var unit = (byte)map.Whole("unit", profile?.Modbus?.Unit ?? 1, 0, 255);
        var topic = profile is not null && !modbus ? map.Text("topic", "tele/ecole-gaz") : map.TextOrNull("topic") ?? "";
        if (topic.AsSpan().ContainsAny('#', '+'))
        {
            map.Fault("topic", "'topic' names one device: write it without # and +.");
        }

        var member = map.TextOrNull("member") ?? "";
        if (map.Texts("boilers") is { Count: > 0 } boilers)
        {
            _boilers[equipment.Id.Device] = (map, boilers);
        }

        var points = profile is null ? [] : new SitePoints(_source, map, equipment.Id, profile, period).Read();
        map.Done();
        return _source.Count != before || profile is null ? null : new DeviceConfiguration
        {
            Equipment = equipment,
            Profile = profile,
            Bus = bus,
            Unit = unit,
            Topic = topic,
            Member = member,
            Period = period,
            StaleAfter = TimeSpan.FromSeconds(stale),
            Points = points,
        };
    }

    private static string OneOf(YamlMap map, string key, IEnumerable<string> known, bool required = true)
    {
        var names = known.Order(StringComparer.Ordinal).ToList();
        if (!required && !map.Has(key))
        {
            return "";
        }

        var name = map.Text(key, names.Count > 0 ? names[0] : "…");
        if (name.Length > 0 && !names.Contains(name, StringComparer.Ordinal))
        {
            map.Fault(key, names.Count == 0 ? $"'{key}: {name}' is not known, and none is usable." : $"'{key}: {name}' is not known: write one of {string.Join(", ", names)}.");
        }

        return name;
    }

    private static string Slug(YamlMap map, string key, string example)
    {
        var text = map.Text(key, example);
        if (text.Length == 0 || SlugShape().IsMatch(text))
        {
            return text;
        }

        map.Fault(key, $"'{key}: {text}' must be lower-case letters, digits and dashes: write {key}: {example}");
        return "";
    }

    private static List<T> Distinct<T>(IEnumerable<T?> items, Func<T, string> id, YamlMap root, string key)
        where T : class
    {
        var kept = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items.OfType<T>())
        {
            if (!kept.TryAdd(id(item), item))
            {
                root.Fault(key, $"'{id(item)}' is written twice in '{key}': give each its own id.");
            }
        }

        return [.. kept.Values];
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SlugShape();
}
