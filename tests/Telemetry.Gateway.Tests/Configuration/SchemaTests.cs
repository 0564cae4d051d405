using System.Text.Json;
using Telemetry.Gateway.Configuration;
using Telemetry.Model.Energy;
using Telemetry.Model.Measures;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Configuration;

/// <summary>The schemas beside the files, by which an editor helps, say what the files and the loaders say. The validator is one that editors use: ajv.</summary>
public sealed class SchemaTests : IDisposable
{
    private static readonly string Devices = Path.Combine(Repository.Devices, "device.schema.json");
    private static readonly string Sites = Path.Combine(Repository.Root, "sites", "site.schema.json");

    /// <summary>Every key that a site file may hold.</summary>
    private const string WholeSite = """
        gateway: gw-essai
        name: Essai
        municipality: ville
        centre: centre
        fieldBroker: { address: "192.168.1.10:1883", user: terrain, password: secret, ca: CA, certificate: CA, key: CA, version: 5, keepHours: 48 }
        buildings:
          - { id: b, name: B, use: School, floorArea: 1200 }
        buses:
          - { id: tcp, modbus: "192.168.1.10:502", lenient: true }
          - { id: rtu, rtu: "192.168.1.11:4001" }
          - { id: ligne, serial: "/dev/serial/by-id/usb-1 9600 8E1 rs485" }
        devices:
          - id: chaufferie
            name: Chaufferie
            kind: BoilerRoom
            building: b
            profile: samson-trovis-557x
            bus: ligne
            unit: 3
            periodSeconds: 10
            staleAfterSeconds: 60
            writable: [room.temperature.sp]
            boilers: [chaudiere]
            points:
              room.temperature.sp: { min: 15, max: 22, step: 0.5 }
              outdoor.temperature: { label: Nord, periodSeconds: 60, band: [-30, 45], deadband: 0.2, sentinels: [-50], rateOfChangePerMinute: 2, frozenAfterMinutes: 600, aggregateSeconds: 60 }
          - { id: chaudiere, name: Chaudière, kind: Boiler, building: b, profile: bdr-gtw08, bus: ligne, unit: 4, points: { generator.hours: {} } }
          - id: gaz
            name: Gaz
            kind: GasMeter
            building: b
            profile: tasmota-counter
            topic: tele/gaz
            member: m
            points:
              gas.volume: { scale: 0.01, carrier: NaturalGas, meterRole: Main, endUse: All, kWhPerUnit: 11.2, ratedPowerW: 200000 }
        """;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Files() => [.. Directory.GetFiles(Repository.Devices, "*.yaml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Profiles_AgainstTheirSchema_NoFault()
    {
        var faults = await FaultsAsync(Devices, Directory.GetFiles(Repository.Devices, "*.yaml"));

        Assert.True(faults.Count >= 50, $"{faults.Count} files");
        Assert.Empty(faults.SelectMany(file => file.Value.Select(fault => $"{Path.GetFileName(file.Key)}: {fault}")));
    }

    [Fact]
    public async Task Sites_AgainstTheirSchema_NoFault()
    {
        var whole = _folder.Write("whole.yaml", WholeSite);
        var faults = await FaultsAsync(Sites, [whole, .. Directory.GetFiles(Path.Combine(Repository.Root, "sites", "demo"), "*.yaml")]);

        Assert.True(faults.Count >= 5, $"{faults.Count} files");
        Assert.Empty(faults.SelectMany(file => file.Value.Select(fault => $"{Path.GetFileName(file.Key)}: {fault}")));
    }

    /// <summary>The loader knows every key of the file that the schema has just found right.</summary>
    [Fact]
    public void WholeSite_Loaded_NoProblem()
    {
        var authority = _folder.Write("ca.pem", "");

        var loaded = SiteLoader.Load(_folder.Write("whole.yaml", WholeSite.Replace("CA", authority, StringComparison.Ordinal)), Installed.Profiles, _ => null);

        Assert.Empty(loaded.Problems);
        var outdoor = loaded.Value!.Devices[0].Find("outdoor.temperature")!;
        Assert.Equal((6, TimeSpan.FromSeconds(60)), (outdoor.Every, outdoor.Point.Heartbeat));
        Assert.Equal((Messaging.Mqtt.MqttVersion.V5, TimeSpan.FromHours(48)), (loaded.Value.FieldSession.Version, loaded.Value.FieldSession.Kept));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Profile_FirstLine_NamesTheSchema(string file) =>
        Assert.Equal("# yaml-language-server: $schema=device.schema.json", File.ReadLines(Path.Combine(Repository.Devices, file)).First());

    [Fact]
    public async Task Profile_OneFault_SchemaSaysIt() => await CheckFaultsAsync(Devices, await File.ReadAllTextAsync(Path.Combine(Repository.Devices, "samson-trovis-557x.yaml"), TestContext.Current.CancellationToken),
    [
        ("maxSpan: 50", "maxSpam: 50", "maxSpam"),
        ("maxSpan: 50", "maxSpan: 126", "/maxSpan must be <= 125"),
        ("maxSpan: 50", "maxSpan: wide", "/maxSpan must be integer"),
        ("as: int16", "as: int61", "/as must be equal to one of the allowed values"),
        ("point: outdoor.temperature, ", "", "/points/0 must have required property 'point'"),
        ("band: [-50, 60]", "band: [-50]", "/band must NOT have fewer than 2 items"),
        ("protocol: modbus", "protocol: modbos", "/protocol must be equal to one of the allowed values"),
        ("function: 6", "function: 7", "/function must be equal to one of the allowed values"),
    ]);

    [Fact]
    public async Task Site_OneFault_SchemaSaysIt() => await CheckFaultsAsync(Sites, WholeSite,
    [
        ("gateway: gw-essai", "gateway: GW Essai", "/gateway must match pattern"),
        ("use: School", "use: Schule", "/buildings/0/use must be equal to one of the allowed values"),
        ("rtu: \"192.168.1.11:4001\"", "rut: \"192.168.1.11:4001\"", "\"rut\""),
        ("rtu: \"192.168.1.11:4001\"", "rtu: \"192.168.1.11:4001\", lenient: true", "lenient"),
        ("boilers: [chaudiere]", "boilers: chaudiere", "/boilers must be array"),
        ("boilers: [chaudiere]", "boilers: [a, a]", "/boilers must NOT have duplicate items"),
        ("unit: 3", "unit: 300", "/devices/0/unit must be <= 255"),
        ("profile: tasmota-counter", "profil: tasmota-counter", "must have required property 'profile'"),
        ("scale: 0.01", "scale: x", "/scale must be number"),
        ("version: 5", "version: 4", "/fieldBroker/version must be equal to one of the allowed values"),
        ("key: CA, ", "", "key"),
    ]);

    /// <summary>A word that the loader knows and the schema does not would be called wrong by an editor.</summary>
    [Fact]
    public async Task Sites_Words_AreTheLoaders()
    {
        using var schema = JsonDocument.Parse(await File.ReadAllTextAsync(Sites, TestContext.Current.CancellationToken));
        var properties = schema.RootElement.GetProperty("properties");
        var device = properties.GetProperty("devices").GetProperty("items").GetProperty("properties");
        var point = device.GetProperty("points").GetProperty("additionalProperties").GetProperty("properties");

        Assert.Equal(Enum.GetNames<BuildingUse>(), Words(properties.GetProperty("buildings").GetProperty("items").GetProperty("properties").GetProperty("use")));
        Assert.Equal(Enum.GetNames<EquipmentKind>(), Words(device.GetProperty("kind")));
        Assert.Equal(Enum.GetNames<Carrier>(), Words(point.GetProperty("carrier")));
        Assert.Equal(Enum.GetNames<MeterRole>(), Words(point.GetProperty("meterRole")));
        Assert.Equal(Enum.GetNames<EndUse>(), Words(point.GetProperty("endUse")));
    }

    [Fact]
    public async Task Profiles_Words_AreTheLoaders()
    {
        var schema = await File.ReadAllTextAsync(Devices, TestContext.Current.CancellationToken);

        Assert.All(Enum.GetNames<Quantity>(), quantity => Assert.Contains($"\"{quantity}\"", schema, StringComparison.Ordinal));
        Assert.All(Gateway.Drivers.Mqtt.Families.Names, family => Assert.Contains($"\"{family}\"", schema, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private async Task CheckFaultsAsync(string schema, string text, IReadOnlyList<(string Right, string Wrong, string Fault)> cases)
    {
        Assert.All(cases, one => Assert.Contains(one.Right, text, StringComparison.Ordinal));
        var files = cases.Select((one, number) => _folder.Write($"{number}.yaml", text.Replace(one.Right, one.Wrong, StringComparison.Ordinal))).ToList();

        var faults = await FaultsAsync(schema, files);

        Assert.All(cases.Zip(files), pair => Assert.Contains(faults[pair.Second], fault => fault.Contains(pair.First.Fault, StringComparison.Ordinal)));
    }

    private static async Task<Dictionary<string, string[]>> FaultsAsync(string schema, IEnumerable<string> files) =>
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(await NodePeers.RunAsync("validate.js", [schema, .. files]))!;

    private static IEnumerable<string?> Words(JsonElement property) => property.GetProperty("enum").EnumerateArray().Select(word => word.GetString());
}
