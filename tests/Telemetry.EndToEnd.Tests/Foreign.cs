using System.Diagnostics;

namespace Telemetry.EndToEnd.Tests;

/// <summary>Programs and libraries written by others, run beside ours.</summary>
internal static class Foreign
{
    /// <summary>Runs a command to its end and gives what it printed.</summary>
    public static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, string? input = null, TimeSpan? atMost = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(atMost ?? TimeSpan.FromSeconds(60));
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = input is not null };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), limit.Token);
            process.StandardInput.Close();
        }

        await process.WaitForExitAsync(limit.Token);
        var said = await output;
        return said.Length > 0 ? said : await errors;
    }

    /// <summary>Installs an npm package once, in the repository's own cache.</summary>
    /// <returns>The folder that holds its <c>node_modules</c>.</returns>
    public static async Task<string> NpmAsync(string package)
    {
        var folder = Path.Combine(Repository.Root, ".cache", "npm", package.Replace('@', '-'));
        if (!Directory.Exists(Path.Combine(folder, "node_modules", package.Split('@')[0])))
        {
            Directory.CreateDirectory(folder);
            await RunAsync("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", "--no-save", package], atMost: TimeSpan.FromMinutes(3));
        }

        return folder;
    }
}
