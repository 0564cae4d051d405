using System.Reflection;
using System.Xml.Linq;
using Telemetry.Model.Samples;

namespace Telemetry.Model.Tests;

/// <summary>What holds for every word of the vocabulary.</summary>
public sealed class VocabularyTests
{
    private static readonly Type[] Types = typeof(Sample).Assembly.GetExportedTypes();

    [Fact]
    public void Enumerations_EveryMember_IsDocumented()
    {
        var documented = XDocument.Load(Path.ChangeExtension(typeof(Sample).Assembly.Location, ".xml"))
            .Descendants("member").Where(member => member.Element("summary")?.Value.Trim().Length > 0)
            .Select(member => member.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);
        var members = Types.Where(type => type.IsEnum)
            .SelectMany(type => Enum.GetNames(type).Select(name => $"F:{type.FullName}.{name}")).ToList();

        Assert.NotEmpty(members);
        Assert.All(members, member => Assert.Contains(member, documented));
    }

    [Fact]
    public void Records_EveryProperty_IsImmutable()
    {
        var settable = Types.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(property => property.SetMethod is { } setter
                && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
            .Select(property => $"{property.DeclaringType}.{property.Name}");

        Assert.Empty(settable);
        Assert.All(
            Types.Where(type => !type.IsEnum), type => Assert.Empty(type.GetFields(BindingFlags.Public | BindingFlags.Instance)));
    }

    [Fact]
    public void Types_EveryClass_IsSealedOrStatic() =>
        Assert.All(Types.Where(type => type.IsClass), type => Assert.True(type.IsSealed, type.FullName));

    /// <summary>Numbers kept in stores: this test is the place to notice that one was changed.</summary>
    [Theory]
    [InlineData(Quality.Good, 0)]
    [InlineData(Quality.Suspect, 1)]
    [InlineData(Quality.ClockUncertain, 2)]
    [InlineData(Quality.NoSensor, 16)]
    [InlineData(Quality.OutOfRange, 17)]
    [InlineData(Quality.NoAnswer, 18)]
    [InlineData(Quality.DeviceRefused, 19)]
    [InlineData(Quality.Undecodable, 20)]
    [InlineData(Quality.Stale, 21)]
    [InlineData(Quality.DeviceFault, 22)]
    public void Quality_Numbers_AreForEver(Quality quality, int number)
    {
        Assert.Equal(number, (int)quality);
        Assert.Equal(number >= 16, quality.IsBad);
    }
}
