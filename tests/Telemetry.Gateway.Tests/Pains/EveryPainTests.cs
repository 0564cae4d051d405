using System.Globalization;
using System.Reflection;

namespace Telemetry.Gateway.Tests.Pains;

/// <summary>None of the pains can lose its test, nor its line in the documentation.</summary>
public sealed class EveryPainTests
{
    private const int Count = 27;

    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Named_EachNumber_HasATest(int number) =>
        Assert.Contains(Names(), name => name.StartsWith(string.Create(CultureInfo.InvariantCulture, $"Pain{number:00}_"), StringComparison.Ordinal));

    [Fact]
    public void Documented_EachTest_StandsInTheTable()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "gateway.md"));

        Assert.All(Names(), name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    private static List<string> Names() =>
    [
        .. typeof(EveryPainTests).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(EveryPainTests).Namespace && type != typeof(EveryPainTests))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
            .Select(method => method.Name),
    ];
}
