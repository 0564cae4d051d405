using System.Diagnostics;

namespace Telemetry.Gateway.Tests.Drivers.Modbus;

/// <summary>Starts and ends the programs of others that these tests talk to.</summary>
internal static class RtuChild
{
    internal static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    internal static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
    }

    internal static void End(Process? process)
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            process.WaitForExit(10_000);
        }
    }

    /// <summary>Polls a condition, at most ten seconds.</summary>
    internal static void Until(Func<bool> condition, string what)
    {
        var began = Stopwatch.GetTimestamp();
        using var never = new ManualResetEventSlim();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(10), $"Not in ten seconds: {what}.");
            never.Wait(20, TestContext.Current.CancellationToken);
        }
    }
}
