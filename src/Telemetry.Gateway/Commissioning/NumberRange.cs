using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Telemetry.Gateway.Commissioning;

/// <summary>Reads <c>1-16,247</c> and <c>192.168.1.10-20</c>. Bounded: a scan is a question, not an attack.</summary>
internal static class NumberRange
{
    internal const int MostHosts = 256;

    /// <summary>The numbers in order; null when the text is not such a list or leaves the bounds.</summary>
    internal static IReadOnlyList<int>? Numbers(string text, int least, int most)
    {
        var found = new SortedSet<int>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', 2);
            if (!Whole(ends[0], out var first) || !Whole(ends[^1], out var last) || first < least || last > most || last < first)
            {
                return null;
            }

            found.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        return [.. found];
    }

    /// <summary>The hosts meant: one name, one address, <c>192.168.1.10-20</c> or <c>192.168.1.0/24</c>; null when not understood or too many.</summary>
    internal static IReadOnlyList<string>? Hosts(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0)
        {
            return IPAddress.TryParse(text.AsSpan(0, slash), out var network) && network.AddressFamily == AddressFamily.InterNetwork
                && Whole(text[(slash + 1)..], out var bits) && bits is >= 24 and <= 32
                ? Block(network, bits)
                : null;
        }

        var dot = text.LastIndexOf('.');
        var dash = text.IndexOf('-', Math.Max(0, dot));
        if (dot > 0 && dash > dot && IPAddress.TryParse(text.AsSpan(0, dash), out _))
        {
            return Numbers(text[(dot + 1)..], 0, 255) is { } numbers ? [.. numbers.Select(number => text[..(dot + 1)] + number.ToString(CultureInfo.InvariantCulture))] : null;
        }

        return text.Length > 0 && !text.Contains(' ', StringComparison.Ordinal) ? [text] : null;
    }

    private static List<string> Block(IPAddress network, int bits)
    {
        var bytes = network.GetAddressBytes();
        var size = 1 << (32 - bits);
        var first = bytes[3] / size * size;
        // The first and the last of a block are the network's and everybody's.
        var (from, count) = size > 2 ? (first + 1, size - 2) : (first, size);
        return [.. Enumerable.Range(from, count).Select(last => string.Create(CultureInfo.InvariantCulture, $"{bytes[0]}.{bytes[1]}.{bytes[2]}.{last}"))];
    }

    private static bool Whole(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
