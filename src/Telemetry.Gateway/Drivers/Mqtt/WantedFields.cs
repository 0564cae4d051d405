using System.Text;

namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>The paths that the points of a device ask for: what else its messages hold need not be made.</summary>
internal sealed class WantedFields(IEnumerable<string> paths)
{
    private readonly (string Path, byte[] Bytes)[] _paths = [.. paths.Where(path => path.Length > 0).Distinct(StringComparer.Ordinal).Select(path => (path, Encoding.UTF8.GetBytes(path)))];

    internal int Count => _paths.Length;

    /// <summary>A path as points name it.</summary>
    internal string Path(int which) => _paths[which].Path;

    /// <summary>Goes one step down a path.</summary>
    /// <param name="which">The path.</param>
    /// <param name="from">Where what is left of it begins; negative when the way left it before.</param>
    /// <param name="step">The name met.</param>
    /// <returns>Where the rest begins; the length of the path and one more when it ends here; negative when it does not go there.</returns>
    internal int Follow(int which, int from, ReadOnlySpan<byte> step)
    {
        var bytes = _paths[which].Bytes;
        if (from < 0 || !bytes.AsSpan(from).StartsWith(step))
        {
            return -1;
        }

        var end = from + step.Length;
        return end == bytes.Length || bytes[end] == (byte)'.' ? end + 1 : -1;
    }

    /// <summary>Whether a path ends where <see cref="Follow"/> has come to.</summary>
    internal bool EndsAt(int which, int place) => place > _paths[which].Bytes.Length;
}
