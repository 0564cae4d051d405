using System.Globalization;
using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Tests.Configuration;

/// <summary>Every profile against the collected register maps, where they are at hand: same table, address, type, order, scale and codes.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["bitfield16"] = "UInt16", ["bitfield32"] = "UInt32", ["enum16"] = "UInt16", ["sign_magnitude16"] = "SignMagnitude16",
    };

    /// <summary>The same in our units: kW is 1000 W, Wh is a thousandth of a kWh.</summary>
    private static readonly Dictionary<string, double> Factors = new(StringComparer.Ordinal)
    {
        ["kW"] = 1000, ["kVA"] = 1000, ["kvar"] = 1000, ["Wh"] = 0.001, ["VAh"] = 0.001, ["varh"] = 0.001,
    };

    [Fact]
    public void Profiles_AgainstTheReference_SamePlaceAndMeaning()
    {
        var differences = new List<string>();
        foreach (var device in Reference().Where(device => device.GetValueOrDefault("points") is IReadOnlyList<object?> { Count: > 0 }))
        {
            var id = ((string)device["id"]!).Replace('_', '-');
            Assert.True(Installed.Profiles.ContainsKey(id), $"devices/{id}.yaml is missing");
            var profile = Installed.Profiles[id];
            foreach (var line in ((IReadOnlyList<object?>)device["points"]!).Cast<IReadOnlyDictionary<string, object?>>())
            {
                differences.AddRange(Differences(profile, line).Select(difference => $"{id} {line["name"]}: {difference}"));
            }
        }

        Assert.Empty(differences);
    }

    private static List<string> Differences(DeviceProfile profile, IReadOnlyDictionary<string, object?> line)
    {
        var (name, address) = ((string)line["name"]!, (int)(double)line["address"]!);
        var kind = (string)line["register"]! == "unknown" ? RegisterKind.Holding : Enum.Parse<RegisterKind>((string)line["register"]!, ignoreCase: true);
        var text = (string)line["type"]! == "string";
        var points = profile.Points.Where(point => point.Register!.Kind == kind && point.Register.Address == address).ToList();
        var maps = text
            ? profile.Modbus!.Identities.Select(identity => identity.Register).Where(map => map.Address == address).ToList()
            : [.. points.Select(point => point.Register!)];
        if (maps.Count == 0)
        {
            return Elsewhere(profile, name, address) ? [] : ["is not in the profile"];
        }

        var found = new List<string>();
        var readOnly = !line.ContainsKey("access") || line.ContainsKey("unconfirmed");
        if (readOnly && points.Exists(point => point.Write is not null))
        {
            found.Add("is writable");
        }

        if (line.ContainsKey("unconfirmed") && !text && points.TrueForAll(point => point.Unconfirmed is null))
        {
            found.Add("does not say that it is unconfirmed");
        }

        return text ? found : [.. found, .. maps.SelectMany(map => Encoding(map, line))];
    }

    private static IEnumerable<string> Encoding(RegisterMap map, IReadOnlyDictionary<string, object?> line)
    {
        var type = (string)line["type"]!;
        if (map.Type is not (RegisterType.Hhmm or RegisterType.Ddmm) && !string.Equals(map.Type.ToString(), Types.GetValueOrDefault(type, type), StringComparison.OrdinalIgnoreCase))
        {
            yield return $"is {map.Type}, not {type}";
        }

        if ((map.Order == WordOrder.Little) != (line.GetValueOrDefault("order") is "little"))
        {
            yield return $"is {map.Order}";
        }

        var scale = (line.GetValueOrDefault("scale") as double? ?? 1) * Factors.GetValueOrDefault(line.GetValueOrDefault("unit") as string ?? "", 1);
        if (Math.Abs(map.Scale - scale) > scale * 1e-9 || map.Offset != (line.GetValueOrDefault("offset") as double? ?? 0))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"scale {map.Scale} offset {map.Offset}, not {scale}");
        }

        if (line.ContainsKey("invalid") && map.NoValue.Count == 0 && map.Type != RegisterType.Acc32 && map.Values.Count == 0)
        {
            yield return "has no code for no value";
        }

        if (((string)line["meaning"]!).Contains("scale exponent in", StringComparison.Ordinal) && map.ScaleFrom is null)
        {
            yield return "has no scale factor";
        }
    }

    /// <summary>What a profile uses otherwise than as a point: access code, application key, scale factors, the header of a SunSpec model.</summary>
    private static bool Elsewhere(DeviceProfile profile, string name, int address) =>
        profile.Override?.Unlock?.Address == address
        || profile.Modbus!.ApplicationKey.Any(key => key.Address == address)
        || (profile.Modbus.SunSpec.Count > 0 && (name is "ID" or "L" || name.EndsWith("_SF", StringComparison.Ordinal)));

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Reference()
    {
        for (var folder = Repository.Root; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var path = Path.Combine(folder, "shared", "reference", "devices.yaml");
            if (File.Exists(path))
            {
                return ((IReadOnlyList<object?>)((IReadOnlyDictionary<string, object?>)YamlValues.Of(path)!)["devices"]!).Cast<IReadOnlyDictionary<string, object?>>();
            }
        }

        Assert.Skip("the collected register maps (shared/reference/devices.yaml) are not here");
        return [];
    }
}
