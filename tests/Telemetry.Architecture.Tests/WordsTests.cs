using System.Text.RegularExpressions;

namespace Telemetry.Architecture.Tests;

/// <summary>What must never stand in the product's files.</summary>
public sealed partial class WordsTests
{
    private static readonly string[] Folders = ["src", "firmware-sim", "tests", "docs", "devices", "sites", "eng", "bench"];

    private static readonly IReadOnlyList<string> Texts =
        [.. Folders.SelectMany(folder => Repository.Files(folder, "*.*"))
            .Concat(Directory.EnumerateFiles(Repository.Root))
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" or ".md" or ".yaml" or ".json" or ".js" or ".css" or ".sh" or ".csproj" or ".props" or "")];

    [Fact]
    public void Sources_HoldNoStub() => Assert.Empty(Lines(Stub(), file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.EndsWith("WordsTests.cs", StringComparison.Ordinal)));

    [Fact]
    public void Files_NameNoRegistryHost() => Assert.Empty(Lines(Registry(), file => !file.EndsWith("WordsTests.cs", StringComparison.Ordinal)));

    [Fact]
    public void BannedSymbols_AreTheSameForAll()
    {
        var banned = File.ReadAllLines(Path.Combine(Repository.Root, "eng/BannedSymbols.txt"));

        Assert.Contains(banned, line => line.StartsWith("P:System.DateTime.UtcNow;", StringComparison.Ordinal));
        Assert.Contains(banned, line => line.StartsWith("T:System.Reactive.Subjects.Subject`1;", StringComparison.Ordinal));
    }

    [Fact]
    public void YamlOfPeople_NamesItsSource() => Assert.Empty(
        Repository.Files("devices", "*.yaml").Where(file => !File.ReadAllText(file).Contains("source", StringComparison.OrdinalIgnoreCase)).Select(Repository.Relative));

    private static IEnumerable<string> Lines(Regex forbidden, Func<string, bool> looksAt) =>
        from file in Texts
        where looksAt(file)
        from line in File.ReadLines(file).Select((text, index) => (text, index))
        where forbidden.IsMatch(line.text)
        select $"{Repository.Relative(file)}:{line.index + 1}";

    [GeneratedRegex(@"NotImplementedException|Skip\s*=\s*""|\[Ignore[\](]|Assert\.True\(true\)|\b(TODO|FIXME|HACK)\b", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Stub();

    [GeneratedRegex(@"nuget\.org/v3|registry\.npmjs|deb\.[a-z]+\.org", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Registry();
}
