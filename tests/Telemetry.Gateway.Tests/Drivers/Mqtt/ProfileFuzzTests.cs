using System.Text;
using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Tests.Drivers.Mqtt;

/// <summary>Bad input by hand: a profile or a site file mangled in any way is refused with lines and reasons, or is a healthy one.</summary>
public sealed class ProfileFuzzTests
{
    private static readonly string[] Scraps = [": ", "- ", "{", "}", "[", "]", "\"", "'", "&a ", "*a", "!!int ", "|\n", "\t", "#", "~", "null", "1e999", "-1", "${X}", "\u0000", "é", "<<: ", "? ", "---\n", "%TAG"];

    public static TheoryData<string> Files => [.. Directory.GetFiles(Repository.Devices, "*.yaml")
        .Concat(Directory.GetFiles(Path.Combine(Repository.Root, "sites", "demo"), "*.yaml"))
        .Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Load_MangledFile_ProblemsWithLinesOrAHealthyFile(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, file));
        var random = new Random(FuzzCases.Seed(file.Length * 7919));
        using var folder = new TemporaryFolder();
        var cases = FuzzCases.Of(40, share: 100);
        for (var i = 0; i < cases; i++)
        {
            var mangled = Mangle(text, random);
            var path = folder.Write("mangled.yaml", mangled);

            var (problems, healthy) = file.StartsWith("devices", StringComparison.Ordinal) ? Profile(path) : Site(path);

            Assert.True(healthy || problems.Count > 0, mangled);
            Assert.All(problems, problem => Assert.True(problem.Line >= 1 && problem.Message.Length > 0, mangled));
        }
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Load_BracketsNeverClosed_OneProblemAndNoCrash(char bracket)
    {
        using var folder = new TemporaryFolder();

        var loaded = ProfileLoader.Load(folder.Write("deep.yaml", "points: " + new string(bracket, 100_000)), _ => null);

        Assert.Null(loaded.Value);
        Assert.Equal(1, Assert.Single(loaded.Problems).Line);
    }

    private static (IReadOnlyList<Problem> Problems, bool Healthy) Profile(string path)
    {
        var loaded = ProfileLoader.Load(path, _ => null);
        Assert.True(loaded.Value is null || loaded.Problems.Count == 0, "a half-understood device must not be driven");
        return (loaded.Problems, loaded.Value is not null);
    }

    private static (IReadOnlyList<Problem> Problems, bool Healthy) Site(string path)
    {
        var loaded = SiteLoader.Load(path, Fields.Profiles, _ => null);
        return (loaded.Problems, loaded.Value is not null);
    }

    private static string Mangle(string text, Random random)
    {
        var mangled = new StringBuilder(text);
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(mangled.Length);
            switch (random.Next(4))
            {
                case 0:
                    mangled.Remove(at, Math.Min(random.Next(1, 30), mangled.Length - at));
                    break;
                case 1:
                    mangled[at] = (char)random.Next(32, 300);
                    break;
                case 2:
                    mangled.Insert(at, mangled.ToString(at, Math.Min(random.Next(1, 60), mangled.Length - at)));
                    break;
                default:
                    mangled.Insert(at, Scraps[random.Next(Scraps.Length)]);
                    break;
            }

            if (mangled.Length == 0)
            {
                break;
            }
        }

        return mangled.ToString();
    }
}
