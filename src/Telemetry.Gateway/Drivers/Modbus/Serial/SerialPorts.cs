using System.Globalization;

namespace Telemetry.Gateway.Drivers.Modbus.Serial;

/// <summary>Which serial ports this machine has, how they are best named, and who holds one.</summary>
internal static class SerialPorts
{
    private const string ById = "/dev/serial/by-id";

    /// <summary>The ports that exist: lasting names first, then those without one.</summary>
    internal static IReadOnlyList<string> All()
    {
        var lasting = Entries(ById);
        var named = lasting.Select(Target).ToHashSet(StringComparer.Ordinal);
        var plain = Entries("/dev").Where(IsPort).Where(path => !named.Contains(path));
        return [.. lasting.Order(StringComparer.Ordinal), .. plain.Order(StringComparer.Ordinal)];
    }

    /// <summary>The name that stays with the adapter when it moves to another socket, if the path given is not one.</summary>
    internal static string? LastingName(string path) =>
        path.StartsWith("/dev/serial/", StringComparison.Ordinal) ? null : Entries(ById).FirstOrDefault(link => string.Equals(Target(link), path, StringComparison.Ordinal));

    /// <summary>The processes that have the port open, as far as we may see them: <c>agetty (812)</c>.</summary>
    internal static IReadOnlyList<string> Holders(string path)
    {
        var target = Target(path);
        return [.. Entries("/proc", folders: true)
            .Where(process => int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id != Environment.ProcessId)
            .Where(process => Entries(Path.Combine(process, "fd")).Any(open => string.Equals(LinkOf(open), target, StringComparison.Ordinal)))
            .Select(process => $"{Name(process)} ({Path.GetFileName(process)})")];
    }

    private static bool IsPort(string path)
    {
        var name = Path.GetFileName(path);
        return name.StartsWith("ttyUSB", StringComparison.Ordinal) || name.StartsWith("ttyACM", StringComparison.Ordinal)
            || name.StartsWith("ttyAMA", StringComparison.Ordinal) || name.StartsWith("ttySC", StringComparison.Ordinal)
            || (name.StartsWith("ttyS", StringComparison.Ordinal) && IsFitted(name));
    }

    /// <summary>A PC lists ttyS ports it has not: those are of type 0.</summary>
    private static bool IsFitted(string name)
    {
        try
        {
            return File.ReadAllText($"/sys/class/tty/{name}/type").Trim() is not "0";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Name(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "comm")).Trim();
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "process";
        }
    }

    private static string Target(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return path;
        }
    }

    private static string? LinkOf(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string[] Entries(string folder, bool folders = false)
    {
        try
        {
            return folders ? Directory.GetDirectories(folder) : Directory.GetFileSystemEntries(folder);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
