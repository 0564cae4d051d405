namespace Telemetry.Architecture.Tests;

/// <summary>Sizes that keep a file readable in one sitting.</summary>
public sealed class SizeTests
{
    private static readonly IReadOnlyList<(string File, int Lines)> Sources =
        [.. Repository.Files("src", "*.cs").Concat(Repository.Files("firmware-sim", "*.cs")).Concat(Repository.Files("tests", "*.cs"))
            .Where(file => !Repository.Relative(file).Contains("/Migrations/", StringComparison.Ordinal))
            .Select(file => (Repository.Relative(file), File.ReadLines(file).Count()))];

    [Fact]
    public void Files_None_Over400Lines() => Assert.Empty(Sources.Where(source => source.Lines > 400));

    [Fact]
    public void Files_NineInTen_Under200Lines()
    {
        var big = Sources.Count(source => source.Lines >= 200);

        Assert.True(big <= Sources.Count / 10.0, $"{big} of {Sources.Count} files have 200 lines or more.");
    }

    [Fact]
    public void Folders_HoldAtMostTwentyFourFiles()
    {
        var full = Repository.Files("src", "*.cs").GroupBy(file => Repository.Relative(Path.GetDirectoryName(file)!), StringComparer.Ordinal)
            .Where(folder => folder.Count() > 24).Select(folder => $"{folder.Key}: {folder.Count()}");

        Assert.Empty(full);
    }
}
