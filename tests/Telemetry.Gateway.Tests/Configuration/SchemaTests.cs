namespace Telemetry.Gateway.Tests.Configuration;

/// <summary>The schemas beside the files, by which an editor helps, say what the files and the loaders say.</summary>
public sealed class SchemaTests
{
    private static readonly JsonSchema Devices = new(Path.Combine(Repository.Devices, "device.schema.json"));

    public static TheoryData<string> Files() => [.. Directory.GetFiles(Repository.Devices, "*.yaml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Profile_AgainstSchema_NoFault(string file) => Assert.Empty(Devices.Faults(YamlValues.Of(Path.Combine(Repository.Devices, file))));

    [Theory]
    [MemberData(nameof(Files))]
    public void Profile_FirstLine_NamesTheSchema(string file) =>
        Assert.Equal("# yaml-language-server: $schema=device.schema.json", File.ReadLines(Path.Combine(Repository.Devices, file)).First());

    [Theory]
    [InlineData("maxSpan: 50", "maxSpam: 50", "$.maxSpam is not known")]
    [InlineData("maxSpan: 50", "maxSpan: 126", "$.maxSpan is out of range")]
    [InlineData("maxSpan: 50", "maxSpan: wide", "$.maxSpan is not of type")]
    [InlineData("as: int16", "as: int61", "is not one of")]
    [InlineData("point: outdoor.temperature, ", "", "$.points[0] lacks point")]
    [InlineData("band: [-50, 60]", "band: [-50]", "has 1 items")]
    [InlineData("protocol: modbus", "protocol: modbos", "$.protocol is not one of")]
    [InlineData("function: 6", "function: 7", "is not one of")]
    public void Profile_OneFault_SchemaSaysIt(string right, string wrong, string fault)
    {
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Path.Combine(Repository.Devices, "samson-trovis-557x.yaml"));
        Assert.Contains(right, text, StringComparison.Ordinal);
        var faults = Devices.Faults(YamlValues.Of(folder.Write("p.yaml", text.Replace(right, wrong, StringComparison.Ordinal))));

        Assert.Contains(faults, said => said.Contains(fault, StringComparison.Ordinal));
    }
}
