using System.Text.Json;
using Telemetry.Gateway.Drivers.Mqtt;

namespace Telemetry.Gateway.Tests.Drivers.Mqtt;

/// <summary>What is wanted of a message is found as if all of it had been made.</summary>
public sealed class WantedFieldsTests
{
    private static readonly string[] Paths = ["ENERGY.Power", "ENERGY.Power.1", "a", "a.b", "a.b.c", "list.0", "list.1.x", "é", "twice", "A", "0", "ENERGY", ""];

    [Theory]
    [InlineData("""{"Time":"2026-01-01T00:00:00","ENERGY":{"Power":12.5,"Total":3,"Voltage":231}}""")]
    [InlineData("""{"ENERGY":{"Power":[1,2,3]}}""")]
    [InlineData("""{"ENERGY.Power":5,"a.b":{"c":1},"a":{"b.c":2}}""")]
    [InlineData("""{"a":{"b":{"c":true}}}""")]
    [InlineData("""{"a":1,"ab":2,"A":null}""")]
    [InlineData("""{"list":[7,{"x":"text"},[1]]}""")]
    [InlineData("""{"\u00e9":4,"tw\u0069ce":1}""")]
    [InlineData("""{"twice":3,"twice":"3 kWh"}""")]
    [InlineData("""{"twice":"3 kWh","twice":3}""")]
    [InlineData("""["x",{"a":1}]""")]
    [InlineData("""{}""")]
    public void AddLeaves_Wanted_AsTheyAreInAll(string json)
    {
        using var document = JsonDocument.Parse(json);
        var (all, some) = (new Heard(), new Heard());

        all.AddLeaves(document.RootElement, wanted: null);
        some.AddLeaves(document.RootElement, new WantedFields(Paths));

        Assert.Equal(
            all.Fields.Where(field => Paths.Contains(field.Key, StringComparer.Ordinal)).OrderBy(field => field.Key, StringComparer.Ordinal),
            some.Fields.OrderBy(field => field.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void AddLeaves_MoreWantedThanAnyDeviceHas_AllFound()
    {
        var names = Enumerable.Range(0, 300).Select(number => FormattableString.Invariant($"field.{number}")).ToList();
        using var document = JsonDocument.Parse($"{{\"field\":[{string.Join(',', Enumerable.Range(0, 300))}]}}");
        var heard = new Heard();

        heard.AddLeaves(document.RootElement, new WantedFields(names));

        Assert.Equal(300, heard.Fields.Count);
        Assert.Equal(299, heard.Fields["field.299"].Number);
    }
}
