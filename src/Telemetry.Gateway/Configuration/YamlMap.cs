using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Telemetry.Gateway.Configuration;

/// <summary>One mapping of a file, read key by key; every fault becomes a <see cref="Problem"/> with its line.</summary>
internal sealed class YamlMap(YamlSource source, YamlMappingNode node)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>Line of the mapping, from 1.</summary>
    internal int Line => (int)node.Start.Line;

    /// <summary>The keys, in order.</summary>
    internal IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    /// <summary>Whether the key is there.</summary>
    internal bool Has(string key) => Find(key) is not null;

    /// <summary>Line of a key's value, or of the mapping.</summary>
    internal int LineOf(string key) => (int)(node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : node).Start.Line;

    /// <summary>Records a fault at a key.</summary>
    internal void Fault(string key, string message) => source.Fault(LineOf(key), message);

    /// <summary>A text that must be there; empty, with a problem, when it is not.</summary>
    internal string Text(string key, string example)
    {
        var text = TextOrNull(key);
        if (string.IsNullOrWhiteSpace(text))
        {
            source.Fault(LineOf(key), $"'{key}' is missing: write {key}: {example}");
            return "";
        }

        return text;
    }

    /// <summary>A text that may be there.</summary>
    internal string? TextOrNull(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return source.Expand(scalar);
            default:
                Fault(key, $"'{key}' must be a single value, not a list or a mapping.");
                return null;
        }
    }

    /// <summary>A number within bounds, both included; the default when absent or wrong.</summary>
    internal double Number(string key, double byDefault, double min = double.NegativeInfinity, double max = double.PositiveInfinity)
    {
        if (TextOrNull(key) is not { } text)
        {
            return byDefault;
        }

        if (!TryNumber(text, out var number) || !double.IsFinite(number) || number < min || number > max)
        {
            Fault(key, Invariant($"'{key}: {text}' must be a number{Range(min, max)}."));
            return byDefault;
        }

        return number;
    }

    /// <summary>A whole number within bounds; the default when absent or wrong.</summary>
    internal int Whole(string key, int byDefault, int min, int max)
    {
        var number = Number(key, byDefault, min, max);
        if (number == Math.Floor(number))
        {
            return (int)number;
        }

        Fault(key, $"'{key}' must be a whole number{Range(min, max)}.");
        return byDefault;
    }

    /// <summary>true or false; the default when absent or wrong.</summary>
    internal bool Flag(string key, bool byDefault = false)
    {
        var text = TextOrNull(key);
        if (text is null or "true" or "false")
        {
            return text is null ? byDefault : text.Length == 4;
        }

        Fault(key, $"'{key}: {text}' must be true or false.");
        return byDefault;
    }

    /// <summary>A name of an enumeration; the default when absent or wrong.</summary>
    internal T Word<T>(string key, T byDefault)
        where T : struct, Enum
    {
        if (TextOrNull(key) is not { } text)
        {
            return byDefault;
        }

        if (Array.Find(Enum.GetNames<T>(), name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return Enum.Parse<T>(known);
        }

        Fault(key, $"'{key}: {text}' is not known: write one of {string.Join(", ", Enum.GetNames<T>())}.");
        return byDefault;
    }

    /// <summary>A mapping that may be there.</summary>
    internal YamlMap? Map(string key)
    {
        var found = Find(key);
        if (found is null or YamlMappingNode)
        {
            return found is YamlMappingNode map ? new YamlMap(source, map) : null;
        }

        Fault(key, $"'{key}' must be a mapping: write {key}: {{ … }}");
        return null;
    }

    /// <summary>A list of mappings; empty when absent.</summary>
    internal IReadOnlyList<YamlMap> Maps(string key)
    {
        if (Find(key) is not YamlSequenceNode list)
        {
            if (Has(key))
            {
                Fault(key, $"'{key}' must be a list: each line starts with '- '.");
            }

            return [];
        }

        foreach (var wrong in list.Children.Where(child => child is not YamlMappingNode))
        {
            source.Fault((int)wrong.Start.Line, $"each entry of '{key}' must be a mapping: write - {{ … }}");
        }

        return [.. list.Children.OfType<YamlMappingNode>().Select(map => new YamlMap(source, map))];
    }

    /// <summary>A list of texts; empty when absent.</summary>
    internal IReadOnlyList<string> Texts(string key)
    {
        if (Find(key) is YamlSequenceNode list)
        {
            return [.. list.Children.OfType<YamlScalarNode>().Select(source.Expand)];
        }

        if (Has(key))
        {
            Fault(key, $"'{key}' must be a list: write {key}: [ … ]");
        }

        return [];
    }

    /// <summary>A list of numbers; empty when absent.</summary>
    internal IReadOnlyList<double> Numbers(string key) =>
        [.. Texts(key).Select(text => Parsed(key, text))];

    /// <summary>A list of pairs of whole numbers, such as address ranges.</summary>
    internal IReadOnlyList<(int First, int Last)> Pairs(string key)
    {
        var pairs = new List<(int, int)>();
        foreach (var child in Find(key) is YamlSequenceNode list ? list.Children : [])
        {
            if (child is YamlSequenceNode { Children: [YamlScalarNode first, YamlScalarNode last] }
                && TryNumber(source.Expand(first), out var from) && TryNumber(source.Expand(last), out var to)
                && from >= 0 && to >= from && to <= ushort.MaxValue)
            {
                pairs.Add(((int)from, (int)to));
            }
            else
            {
                source.Fault((int)child.Start.Line, $"each entry of '{key}' must be two addresses from 0 to 65535, first and last: write [0, 5]");
            }
        }

        return pairs;
    }

    /// <summary>Reports keys nobody asked for: they are misspelt more often than not.</summary>
    internal void Done()
    {
        foreach (var (key, _) in node.Children)
        {
            if (key is YamlScalarNode { Value: { } name } && !_asked.Contains(name))
            {
                source.Fault((int)key.Start.Line, $"'{name}' is not known here: write one of {string.Join(", ", _asked.Order(StringComparer.Ordinal))}.");
            }
        }
    }

    internal static bool TryNumber(string text, out double number)
    {
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            && long.TryParse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hex))
        {
            number = hex;
            return true;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>A code as it stands in registers of that many bits; negative numbers are two's complement.</summary>
    internal static bool TryBits(string text, int width, out ulong bits)
    {
        var all = width >= 64 ? ulong.MaxValue : (1UL << width) - 1;
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bits) && bits <= all;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var negative) && negative < 0)
        {
            bits = unchecked((ulong)negative) & all;
            return width >= 64 || negative >= -(1L << (width - 1));
        }

        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out bits) && bits <= all;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static string Range(double min, double max) => (double.IsFinite(min), double.IsFinite(max)) switch
    {
        (true, true) => Invariant($" from {min} to {max}"),
        (true, false) => Invariant($" of at least {min}"),
        (false, true) => Invariant($" of at most {max}"),
        _ => "",
    };

    private double Parsed(string key, string text)
    {
        if (TryNumber(text, out var number))
        {
            return number;
        }

        Fault(key, $"'{text}' in '{key}' must be a number.");
        return double.NaN;
    }

    private YamlNode? Find(string key)
    {
        _asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value)
            && value is not YamlScalarNode { Value: null or "" or "~" or "null", Style: YamlDotNet.Core.ScalarStyle.Plain } ? value : null;
    }
}
