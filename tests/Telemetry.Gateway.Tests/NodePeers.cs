using Telemetry.Gateway.Tests.Processes;

namespace Telemetry.Gateway.Tests;

/// <summary>Peers written by others in JavaScript: <c>foreign/package.json</c> and its lock, installed into the repository's cache once for each change of them.</summary>
internal static class NodePeers
{
    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    /// <summary>Starts a script of <c>foreign/</c> beside the packages.</summary>
    internal static async Task<Child> StartAsync(string script, params IReadOnlyList<string> arguments)
    {
        var folder = await Installed.Value;
        return new Child("node", [Path.Combine(folder, script), .. arguments], folder);
    }

    /// <summary>Runs a script to its end.</summary>
    /// <returns>What it printed.</returns>
    internal static async Task<string> RunAsync(string script, params IReadOnlyList<string> arguments)
    {
        using var child = await StartAsync(script, arguments);
        await child.Process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var said = string.Join('\n', child.Lines);
        Assert.True(child.Process.ExitCode == 0, said);
        return said;
    }

    private static async Task<string> InstallAsync()
    {
        var (ours, cache) = (Path.Combine(AppContext.BaseDirectory, "foreign"), Path.Combine(Repository.Root, ".cache", "npm", "gateway-tests"));
        Directory.CreateDirectory(cache);
        var stamp = Path.Combine(cache, "installed");
        var wanted = await File.ReadAllTextAsync(Path.Combine(ours, "package-lock.json"));
        if (!File.Exists(stamp) || await File.ReadAllTextAsync(stamp) != wanted)
        {
            File.Delete(stamp);
            Copy(ours, cache, "*.json");
            using var install = new Child("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], cache);
            await install.Process.WaitForExitAsync();
            Assert.True(install.Process.ExitCode == 0, string.Join('\n', install.Lines));
            await File.WriteAllTextAsync(stamp, wanted);
        }

        Copy(ours, cache, "*.js");
        Copy(ours, cache, "*.mjs");
        return cache;
    }

    private static void Copy(string from, string to, string pattern)
    {
        foreach (var file in Directory.GetFiles(from, pattern))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
    }
}
