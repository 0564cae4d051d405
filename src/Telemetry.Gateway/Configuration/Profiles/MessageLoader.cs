using System.Text.RegularExpressions;
using Telemetry.Gateway.Drivers.Mqtt;
using Telemetry.Model.Control;
using Telemetry.Model.Measures;

namespace Telemetry.Gateway.Configuration;

/// <summary>Reads what a profile says of messages.</summary>
internal static partial class MessageLoader
{
    /// <summary>The layout of messages, for publishers of no known family.</summary>
    internal static MessageOptions Read(YamlMap root)
    {
        if (root.Map("message") is not { } map)
        {
            return new MessageOptions();
        }

        var options = new MessageOptions
        {
            Topics = map.Texts("topics"),
            TimeField = map.TextOrNull("time") is { } time ? Dotted(time) : null,
            Zone = Zone(map),
            Member = map.TextOrNull("member") is { } member ? Dotted(member) : null,
            Availability = Presence(map),
        };
        foreach (var topic in options.Topics.Where(topic => topic.Length == 0 || topic.AsSpan().ContainsAny("#+:")))
        {
            map.Fault("topics", $"'{topic}' must be a topic under the device's own, without # + and : .");
        }

        map.Done();
        return options;
    }

    /// <summary>Where a point stands in a message.</summary>
    internal static string Field(YamlMap point)
    {
        var field = point.Text("field", "ENERGY.Power");
        if (field.StartsWith(RawField.Prefix, StringComparison.Ordinal) && RawField.Parse(field) is null)
        {
            point.Fault("field", $"'{field}' is not understood: write bytes:int16@2 (uint8, int8, uint16, int16, uint24, uint32, int32, float32, with le for little-endian).");
        }

        return field;
    }

    /// <summary>Texts or codes and our numbers for them.</summary>
    internal static IReadOnlyDictionary<string, double> Words(YamlMap? point, Quantity quantity)
    {
        var words = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        if (point?.Map("values") is { } map)
        {
            foreach (var key in map.Keys)
            {
                words[key] = quantity == Quantity.Mode ? (double)map.Word(key, HeatingMode.Automatic) : map.Number(key, 0);
            }
        }

        return words;
    }

    /// <summary>A path with its array items as steps: <c>a[2].b</c> is <c>a.2.b</c>.</summary>
    internal static string Dotted(string path) => Index().Replace(path, ".${index}").TrimStart('.');

    private static TimeZoneInfo? Zone(YamlMap map)
    {
        if (map.TextOrNull("zone") is not { } name)
        {
            return null;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }

        map.Fault("zone", $"'zone: {name}' is not known: write UTC, Europe/Paris or another name of the IANA list.");
        return null;
    }

    private static MessageOptions.Presence? Presence(YamlMap message)
    {
        if (message.Map("availability") is not { } map)
        {
            return null;
        }

        var presence = new MessageOptions.Presence(map.Text("topic", "status"), map.TextOrNull("online") ?? "online", map.TextOrNull("offline") ?? "offline");
        map.Done();
        return presence;
    }

    [GeneratedRegex(@"\[(?<index>[0-9]{1,4})\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Index();
}
