using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Telemetry.Gateway.Health;

/// <summary>What the kernel knows of this process.</summary>
internal static class SelfFacts
{
    private static readonly long Start = Stopwatch.GetTimestamp();

    internal static string Version { get; } =
        (typeof(SelfFacts).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];

    internal static TimeSpan Uptime => Stopwatch.GetElapsedTime(Start);

    /// <summary>Resident memory in bytes.</summary>
    internal static long Memory => Environment.WorkingSet;

    /// <summary>Bytes this process has had written to disks; 0 where the kernel does not say.</summary>
    internal static long DiskWritten => Read("/proc/self/io", "write_bytes:");

    private static long Read(string file, string key)
    {
        try
        {
            foreach (var line in File.ReadLines(file))
            {
                if (line.StartsWith(key, StringComparison.Ordinal))
                {
                    return long.Parse(line.AsSpan(key.Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture);
                }
            }
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException or FormatException)
        {
            // A kernel without task accounting: the figure is simply not known.
        }

        return 0;
    }
}
