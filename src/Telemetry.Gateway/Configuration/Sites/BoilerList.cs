namespace Telemetry.Gateway.Configuration;

/// <summary>The boilers that a boiler room names, found among the devices of the site. A list with a fault is left out whole: half a cascade would be ranked wrong.</summary>
internal static class BoilerList
{
    /// <summary>The devices, each boiler room with its boilers in the order in which the site names them.</summary>
    /// <param name="devices">The healthy devices.</param>
    /// <param name="named">What each device names, and where.</param>
    internal static List<DeviceConfiguration> Join(IReadOnlyList<DeviceConfiguration> devices, IReadOnlyDictionary<string, (YamlMap Map, IReadOnlyList<string> Names)> named) =>
        [.. devices.Select(device => named.TryGetValue(device.Equipment.Id.Device, out var list) ? device with { Boilers = Of(device, list.Names, devices, list.Map) } : device)];

    private static List<DeviceConfiguration> Of(DeviceConfiguration room, IReadOnlyList<string> names, IReadOnlyList<DeviceConfiguration> devices, YamlMap map)
    {
        var found = names.Select(name => devices.FirstOrDefault(device => string.Equals(device.Equipment.Id.Device, name, StringComparison.Ordinal))).ToList();
        var faults = names.Zip(found).Select(pair => Fault(room, pair.First, pair.Second, devices)).OfType<string>().ToList();
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Count)
        {
            faults.Add("'boilers' names a boiler twice: write each once, as they are numbered on site.");
        }

        if (room.Profile.Override is null)
        {
            faults.Add($"'boilers' belongs to the boiler room, and {room.Profile.Id} takes no orders: write it at the device of the room's controller.");
        }

        faults.ForEach(fault => map.Fault("boilers", fault));
        return faults.Count > 0 ? [] : [.. found.OfType<DeviceConfiguration>()];
    }

    private static string? Fault(DeviceConfiguration room, string name, DeviceConfiguration? boiler, IReadOnlyList<DeviceConfiguration> devices) => boiler switch
    {
        null => $"'boilers' names '{name}', which is no usable device of this site: write one of {string.Join(", ", devices.Where(device => device != room).Select(device => device.Equipment.Id.Device).Order(StringComparer.Ordinal))}.",
        _ when boiler == room => $"'boilers' names '{name}', the boiler room itself: write the devices of its boilers.",
        _ when boiler.Equipment.BuildingId != room.Equipment.BuildingId => $"'boilers' names '{name}', which stands in another building.",
        _ when !BoilerPointNames.Any(boiler) => $"'boilers' names '{name}', which tells neither its hours nor whether it burns: name one of its points {string.Join(", ", BoilerPointNames.All)} in its 'points'.",
        _ => null,
    };
}
