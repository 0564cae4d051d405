using Telemetry.Gateway.Configuration;
using Telemetry.Model.Energy;
using Telemetry.Model.Measures;
using Telemetry.Model.Settings;

namespace Telemetry.Gateway.Tests.Configuration;

/// <summary>What a person wrote wrong is told with its line and what to write; the rest runs.</summary>
public sealed class ProblemTests
{
    private static readonly string Healthy = """
        gateway: gw-ecole
        name: École
        municipality: valmont
        buildings:
          - { id: ecole, name: École, use: School }
        buses:
          - { id: rs485, modbus: "127.0.0.1:502" }
        devices:
          - { id: elec, name: Compteur, kind: ElectricityMeter, building: ecole, profile: eastron-sdm630, bus: rs485, unit: 2 }
        """;

    [Theory]
    [InlineData("kind: ElectricityMeter", "kind: Electricmeter", 9, "BoilerRoom")]
    [InlineData("profile: eastron-sdm630", "profile: eastron-sdm631", 9, "eastron-sdm630")]
    [InlineData("bus: rs485, unit", "bus: rs486, unit", 9, "rs485")]
    [InlineData("unit: 2", "unit: 300", 9, "from 0 to 255")]
    [InlineData("unit: 2", "unti: 2", 9, "'unti' is not known here")]
    [InlineData("building: ecole", "building: mairie", 9, "ecole")]
    [InlineData("127.0.0.1:502", "127.0.0.1", 7, "192.168.1.10:502")]
    [InlineData("127.0.0.1:502", "${NOT_SET_ANYWHERE}", 7, "NOT_SET_ANYWHERE")]
    [InlineData("gateway: gw-ecole", "gateway: GW École", 1, "lower-case")]
    [InlineData("use: School", "use: School, floorArea: -3", 5, "floorArea")]
    [InlineData("name: École\n", "name:\n", 2, "'name' is missing")]
    [InlineData("unit: 2", "unit: 2, writable: [power.active]", 9, "cannot be written")]
    [InlineData("unit: 2", "unit: 2, points: { power.actve: { scale: 2 } }", 9, "power.actve")]
    [InlineData("unit: 2", "unit: 2, periodSeconds: fast", 9, "must be a number")]
    [InlineData("unit: 2", "unit: 2, periodSeconds: 10, points: { power.active: { periodSeconds: 5 } }", 9, "must be a number from 10")]
    [InlineData("profile: eastron-sdm630, bus: rs485, unit: 2", "profile: generic-number, topic: t, points: { value: { periodSeconds: 60 } }", 9, "publishes when it wants")]
    public void Load_OneFault_HasLineAndAdvice(string right, string wrong, int line, string advice)
    {
        var problems = Load(Healthy.Replace(right, wrong, StringComparison.Ordinal)).Problems;

        Assert.Contains(problems, problem => problem.Line == line && problem.Message.Contains(advice, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_OneBadDevice_TheOthersRun()
    {
        var loaded = Load(Healthy + "\n  - { id: bad, name: X, kind: Other, building: ecole, profile: none }\n");

        Assert.Equal(["elec"], loaded.Value!.Devices.Select(device => device.Equipment.Id.Device));
        Assert.Equal([10], loaded.Problems.Select(problem => problem.Line).Distinct());
    }

    [Theory]
    [InlineData("a: [1, 2", "this is not YAML")]
    [InlineData("a: 1\na: 2\n", "this is not YAML")]
    [InlineData("- 1\n", "must be a mapping")]
    [InlineData("", "must be a mapping")]
    public void Load_NotAMapping_OneProblemAndNoCrash(string text, string expected)
    {
        var loaded = Load(text);

        Assert.Null(loaded.Value);
        Assert.Contains(loaded.Problems, problem => problem.Message.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_FileNotThere_Said() =>
        Assert.Contains(SiteLoader.Load("/nowhere/site.yaml", Profiles(), _ => null).Problems, problem => problem.Message.Contains("cannot be read", StringComparison.Ordinal));

    [Fact]
    public void Load_SiteWidensBounds_Refused()
    {
        var site = File.ReadAllText(Repository.Site("ecole")).Replace("max: 22", "max: 45", StringComparison.Ordinal);
        var loaded = Load(site);

        Assert.Contains(loaded.Problems, problem => problem.Message.Contains("from 5 to 30", StringComparison.Ordinal));
        Assert.DoesNotContain(loaded.Value!.Devices, device => device.Equipment.Id.Device == "chaufferie");
        Assert.Equal(["chaudiere-1", "chaudiere-2", "elec", "gaz", "chaleur", "classe-1", "salle-info"], loaded.Value.Devices.Select(device => device.Equipment.Id.Device));
    }

    /// <summary>A list with a fault is told with its line and left out whole; the boiler room runs on without advice.</summary>
    [Theory]
    [InlineData("[chaudiere-1, chaudiere-9]", "names 'chaudiere-9', which is no usable device of this site: write one of chaleur, chaudiere-1, chaudiere-2, ")]
    [InlineData("[chaudiere-1, chaufferie]", "names 'chaufferie', the boiler room itself")]
    [InlineData("[chaudiere-1, chaudiere-1]", "names a boiler twice")]
    [InlineData("[chaudiere-1, elec]", "names 'elec', which tells neither its hours nor whether it burns: name one of its points generator.hours, ")]
    [InlineData("chaudiere-1", "'boilers' must be a list: write boilers: [ … ]")]
    public void Load_BoilersThatCannotBe_SaidWithTheirLine(string list, string expected)
    {
        var site = File.ReadAllText(Repository.Site("ecole")).Replace("boilers: [chaudiere-1, chaudiere-2]", "boilers: " + list, StringComparison.Ordinal);
        var loaded = Load(site);
        var line = site.Split('\n').ToList().FindIndex(text => text.Contains("boilers:", StringComparison.Ordinal)) + 1;

        var problem = Assert.Single(loaded.Problems);
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
        Assert.All(loaded.Value!.Devices, device => Assert.Empty(device.Boilers));
    }

    [Fact]
    public void Load_BoilersAtADeviceThatTakesNoOrders_OrOfAnotherBuilding_Refused()
    {
        var site = File.ReadAllText(Repository.Site("ecole"));
        var meter = Load(site.Replace("    profile: eastron-sdm630\n", "    profile: eastron-sdm630\n    boilers: [chaudiere-1]\n", StringComparison.Ordinal));
        var annex = Load(site.Replace("buses:\n", "  - { id: annexe, name: Annexe }\nbuses:\n", StringComparison.Ordinal)
            .Replace("n° 2\n    kind: Boiler\n    building: ecole-jules-ferry", "n° 2\n    kind: Boiler\n    building: annexe", StringComparison.Ordinal));

        Assert.Contains("eastron-sdm630 takes no orders", Assert.Single(meter.Problems).Message, StringComparison.Ordinal);
        Assert.Contains("'chaudiere-2', which stands in another building", Assert.Single(annex.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ecole", 16, 22)]
    [InlineData("gymnase", 10, 18)]
    [InlineData("mairie", 14, 21)]
    [InlineData("creche", 18, 24)]
    public void Load_DemoSite_NothingWrongAndBoundsOfTheBuilding(string name, double min, double max)
    {
        var loaded = Installation.Load(Repository.Site(name), Repository.Devices, _ => null);

        Assert.Empty(loaded.Problems);
        var writable = Assert.Single(loaded.Value!.Devices.SelectMany(device => device.Points), point => point.Point.Bounds is not null && ControllerSettings.KeptAt(point.Profile.Name) is null);
        Assert.Equal(("room.temperature.sp", min, max), (writable.Profile.Name, writable.Point.Bounds!.Min, writable.Point.Bounds.Max));
        Assert.Contains(loaded.Value.Devices.SelectMany(device => device.Points), point =>
            point.Point is { Carrier: Carrier.NaturalGas, MeterRole: MeterRole.Main, KWhPerUnit: 11.2, Accumulation: Accumulation.Counter });
        Assert.Contains(loaded.Value.Devices.SelectMany(device => device.Points), point =>
            point.Point is { Carrier: Carrier.Electricity, MeterRole: MeterRole.Main, Accumulation: Accumulation.Counter });
    }

    [Theory]
    [InlineData("dhw.temperature.sp, dhw.temperature.sp.reduced", "dhw.temperature.sp", "add dhw.temperature.sp.reduced beside dhw.temperature.sp")]
    [InlineData("curve.slope, curve.level", "dhw.hysteresis", "write writable: [room.temperature.sp, dhw.temperature.sp, curve.slope")]
    public void Load_SettingsOpened_SaysWhatIsMissingAndWhatMayBe(string from, string to, string said)
    {
        using var folder = new TemporaryFolder();
        var site = Path.Combine(folder.Path, "site.yaml");
        File.WriteAllText(site, File.ReadAllText(Repository.Site("ecole")).Replace(from, to, StringComparison.Ordinal));
        Assert.Contains(Installation.Load(site, Repository.Devices, _ => null).Problems, problem => problem.ToString().Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_Environment_ReplacesAddress()
    {
        var loaded = Installation.Load(Repository.Site("ecole"), Repository.Devices, name => name == "TOWN_ECOLE" ? "10.0.0.7:1502" : null);

        Assert.Equal(new BusConfiguration("rs485", "10.0.0.7", 1502), Assert.Single(loaded.Value!.Buses));
    }

    [Theory]
    [InlineData("function: 6, min: 5, max: 30", "function: 5, min: 5, max: 30", "function 6 or 16")]
    [InlineData("min: 5, max: 30", "min: 50, max: 30", "bounds")]
    [InlineData("write: mode.level, value: 0", "write: mode.levle, value: 0", "mode.level")]
    [InlineData("write: mode.level, value: 0", "write: pump.state, value: 0", "cannot be written")]
    [InlineData("value: Comfort", "value: Komfort", "Comfort")]
    [InlineData("4: Comfort", "4: Komfort", "Comfort")]
    [InlineData("band: [-50, 60]", "band: [60, -50]", "band: [-50, 60]")]
    [InlineData("[0, 5], [9, 30]", "[5, 0], [9, 30]", "two addresses")]
    public void LoadProfile_OneFault_WholeProfileIsOut(string right, string wrong, string advice)
    {
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Path.Combine(Repository.Devices, "samson-trovis-557x.yaml"));
        Assert.Contains(right, text, StringComparison.Ordinal);
        var loaded = ProfileLoader.Load(folder.Write("p.yaml", text.Replace(right, wrong, StringComparison.Ordinal)), _ => null);

        Assert.Null(loaded.Value);
        Assert.Contains(loaded.Problems, problem => problem.Line > 1 && problem.Message.Contains(advice, StringComparison.Ordinal));
    }

    private static IReadOnlyDictionary<string, DeviceProfile> Profiles() => ProfileLoader.LoadFolder(Repository.Devices, _ => null).Value!;

    private static Loaded<SiteConfiguration> Load(string text)
    {
        using var folder = new TemporaryFolder();
        return SiteLoader.Load(folder.Write("site.yaml", text), Profiles(), _ => null);
    }
}
