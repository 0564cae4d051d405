using Telemetry.Gateway.Configuration;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Telemetry.Gateway.Tests.Configuration;

/// <summary>A YAML file as an editor's schema check sees it: maps, lists, numbers, flags and texts.</summary>
internal static class YamlValues
{
    internal static object? Of(string path)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(path);
        stream.Load(reader);
        return Of(stream.Documents[0].RootNode);
    }

    private static object? Of(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => Of(pair.Value)),
        YamlSequenceNode list => list.Children.Select(Of).ToList(),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => flag.Value == "true",
        YamlScalarNode { Style: ScalarStyle.Plain } plain when YamlMap.TryNumber(plain.Value!, out var number) => number,
        YamlScalarNode scalar => scalar.Value,
        _ => null,
    };
}
