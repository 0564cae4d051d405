using YamlDotNet.RepresentationModel;

namespace Telemetry.Analytics.Imports.Mapping;

/// <summary>One mapping of a YAML file, read key by key; what nobody asked for is a problem, for it is misspelt more often than not.</summary>
internal sealed class YamlKeys(YamlMappingNode node, string path, List<ImportProblem> problems)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    internal int Line => (int)node.Start.Line;

    internal bool Has(string key) => Find(key) is not null;

    internal int LineOf(string key) => (int)(Find(key) ?? node).Start.Line;

    internal void Fault(string key, string message) => problems.Add(new ImportProblem(path, LineOf(key), message));

    internal string? Text(string key)
    {
        if (Find(key) is not { } found)
        {
            return null;
        }

        if (found is YamlScalarNode scalar)
        {
            return scalar.Value ?? "";
        }

        Fault(key, $"'{key}' must be a single value, not a list or a mapping.");
        return null;
    }

    internal string Needed(string key, string example)
    {
        if (Text(key) is { Length: > 0 } text)
        {
            return text;
        }

        Fault(key, $"'{key}' is missing: write {key}: {example}");
        return "";
    }

    internal T Word<T>(string key, T byDefault)
        where T : struct, Enum
    {
        if (Text(key) is not { } text)
        {
            return byDefault;
        }

        if (Enum.TryParse<T>(text, ignoreCase: true, out var word) && Enum.IsDefined(word) && !char.IsAsciiDigit(text[0]))
        {
            return word;
        }

        Fault(key, $"'{key}: {text}' is not known: write one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
        return byDefault;
    }

    internal IReadOnlyList<string>? Texts(string key) => Find(key) switch
    {
        null => null,
        YamlSequenceNode list => [.. list.Children.OfType<YamlScalarNode>().Select(item => item.Value ?? "")],
        YamlScalarNode one => [one.Value ?? ""],
        _ => None(key, $"'{key}' must be a list: write {key}: [ … ]"),
    };

    internal YamlKeys? Map(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlMappingNode map:
                return new YamlKeys(map, path, problems);
            default:
                Fault(key, $"'{key}' must be a mapping: write {key}: {{ … }}");
                return null;
        }
    }

    internal IReadOnlyList<YamlKeys> Maps(string key)
    {
        if (Find(key) is YamlSequenceNode list)
        {
            return [.. list.Children.OfType<YamlMappingNode>().Select(map => new YamlKeys(map, path, problems))];
        }

        Fault(key, $"'{key}' must be a list: each line starts with '- '.");
        return [];
    }

    internal IReadOnlyDictionary<string, string> Pairs(string key) => Find(key) is YamlMappingNode map
        ? map.Children.Where(pair => pair.Key is YamlScalarNode && pair.Value is YamlScalarNode)
            .ToDictionary(pair => ((YamlScalarNode)pair.Key).Value ?? "", pair => ((YamlScalarNode)pair.Value).Value ?? "", StringComparer.Ordinal)
        : new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Reports keys nobody asked for.</summary>
    internal void Done()
    {
        foreach (var (key, _) in node.Children)
        {
            if (key is YamlScalarNode { Value: { } name } && !_asked.Contains(name))
            {
                problems.Add(new ImportProblem(path, (int)key.Start.Line, $"'{name}' is not known here: write one of {string.Join(", ", _asked.Order(StringComparer.Ordinal))}."));
            }
        }
    }

    private IReadOnlyList<string> None(string key, string message)
    {
        Fault(key, message);
        return [];
    }

    private YamlNode? Find(string key)
    {
        _asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;
    }
}
