using Telemetry.Gateway.Drivers.Mqtt;

namespace Telemetry.Gateway.Configuration;

/// <summary>Reads the device profiles of a folder.</summary>
internal static class ProfileLoader
{
    /// <summary>Every profile that is whole, by its id, and every problem of the others.</summary>
    internal static Loaded<IReadOnlyDictionary<string, DeviceProfile>> LoadFolder(string folder, Func<string, string?> variable)
    {
        var profiles = new Dictionary<string, DeviceProfile>(StringComparer.Ordinal);
        var problems = new List<Problem>();
        if (!Directory.Exists(folder))
        {
            problems.Add(new Problem(folder, 1, "the folder of device profiles is not there: give it with --devices."));
        }

        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToArray() : [])
        {
            var loaded = Load(path, variable);
            problems.AddRange(loaded.Problems);
            if (loaded.Value is { } profile && !profiles.TryAdd(profile.Id, profile))
            {
                problems.Add(new Problem(path, 1, $"the profile '{profile.Id}' is already in another file: give this one another name."));
            }
        }

        return new Loaded<IReadOnlyDictionary<string, DeviceProfile>>(profiles, problems);
    }

    /// <summary>One profile; no value when anything in it is wrong, for a half-understood device must not be driven.</summary>
    internal static Loaded<DeviceProfile> Load(string path, Func<string, string?> variable)
    {
        var source = new YamlSource(path, variable);
        var profile = source.Root() is { } root ? Read(root) : null;
        return new Loaded<DeviceProfile>(source.Count == 0 ? profile : null, source.Problems);
    }

    private static DeviceProfile Read(YamlMap root)
    {
        var protocol = root.Text("protocol", "modbus (or mqtt)");
        if (protocol is not ("modbus" or "mqtt" or ""))
        {
            root.Fault("protocol", $"'protocol: {protocol}' is not known: write modbus or mqtt.");
        }

        var modbus = string.Equals(protocol, "modbus", StringComparison.Ordinal);
        var points = PointLoader.ReadAll(root, modbus);
        var profile = new DeviceProfile
        {
            Id = root.Text("profile", "maker-model"),
            Name = root.Text("name", "Maker Model"),
            Period = TimeSpan.FromSeconds(root.Number("periodSeconds", 10, 0.1, 86_400)),
            StaleAfter = root.Has("staleAfterSeconds") ? TimeSpan.FromSeconds(root.Number("staleAfterSeconds", 30, 1, 604_800)) : null,
            Points = points,
            Modbus = modbus ? ModbusLoader.Read(root) : null,
            Family = modbus ? null : Family(root),
            Message = modbus ? new MessageOptions() : MessageLoader.Read(root),
            Thin = !modbus && root.Has("thinSeconds") ? TimeSpan.FromSeconds(root.Number("thinSeconds", 10, 1, 3600)) : null,
            Override = modbus ? RecipeLoader.Read(root, points) : null,
        };
        root.Text("source", "where the map was read");
        CheckWhole(root, profile);
        root.Done();
        return profile;
    }

    private static void CheckWhole(YamlMap root, DeviceProfile profile)
    {
        if (root.TextOrNull("unconfirmed") is not null && profile.Points.FirstOrDefault(point => point.Write is not null) is { } written)
        {
            root.Fault("unconfirmed", $"a device that is unconfirmed is read only: remove 'write' of {written.Name}, or try the device and remove 'unconfirmed'.");
        }

        if (profile.Points.Any(point => point.Write is { Persistent: true }) && !root.Has("dailyWrites"))
        {
            root.Fault("points", "a register that wears out needs a budget: write dailyWrites: 100");
        }

        if (profile.Modbus is { } modbus)
        {
            ModbusLoader.Check(root, modbus, profile.Points);
        }
    }

    private static string Family(YamlMap root)
    {
        var family = root.Text("family", Families.Names[0]);
        if (family.Length > 0 && !Families.Names.Contains(family, StringComparer.Ordinal))
        {
            root.Fault("family", $"'family: {family}' is not known: write one of {string.Join(", ", Families.Names)}.");
        }

        return family;
    }
}
