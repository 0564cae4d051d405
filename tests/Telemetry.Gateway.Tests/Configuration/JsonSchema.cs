using System.Text.Json;

namespace Telemetry.Gateway.Tests.Configuration;

/// <summary>As much of JSON Schema 2020-12 as our schemas use. A keyword it does not know is an error, not a pass.</summary>
internal sealed class JsonSchema(string path)
{
    private static readonly string[] Said = ["$schema", "$defs", "title", "description", "$ref", "type", "enum", "properties", "additionalProperties",
        "required", "items", "minItems", "maxItems", "minimum", "maximum", "exclusiveMinimum", "minLength", "pattern"];

    private readonly JsonElement _root = JsonDocument.Parse(File.ReadAllText(path)).RootElement;

    /// <summary>Every fault, each with its place.</summary>
    internal IReadOnlyList<string> Faults(object? value)
    {
        var faults = new List<string>();
        Check(_root, value, "$", faults);
        return faults;
    }

    private void Check(JsonElement schema, object? value, string at, List<string> faults)
    {
        foreach (var keyword in schema.EnumerateObject().Where(keyword => !Said.Contains(keyword.Name)))
        {
            throw new InvalidOperationException($"The schema's '{keyword.Name}' is not checked here: teach it.");
        }

        if (schema.TryGetProperty("$ref", out var target))
        {
            Check(_root.GetProperty("$defs").GetProperty(target.GetString()!["#/$defs/".Length..]), value, at, faults);
        }

        if (schema.TryGetProperty("type", out var type) && !Kinds(type).Any(kind => Is(kind, value)))
        {
            faults.Add($"{at} is not of type {type}");
            return;
        }

        if (schema.TryGetProperty("enum", out var known) && !known.EnumerateArray().Any(one => one.ToString() == Text(value)))
        {
            faults.Add($"{at} is not one of {known}");
        }

        switch (value)
        {
            case IReadOnlyDictionary<string, object?> map:
                CheckMap(schema, map, at, faults);
                break;
            case IReadOnlyList<object?> list:
                CheckList(schema, list, at, faults);
                break;
            case double number:
                CheckNumber(schema, number, at, faults);
                break;
            case string text when schema.TryGetProperty("minLength", out var least) && text.Length < least.GetInt32():
                faults.Add($"{at} is too short");
                break;
            default:
                break;
        }
    }

    private void CheckMap(JsonElement schema, IReadOnlyDictionary<string, object?> map, string at, List<string> faults)
    {
        foreach (var name in schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(one => one.GetString()!) : [])
        {
            if (!map.ContainsKey(name))
            {
                faults.Add($"{at} lacks {name}");
            }
        }

        var properties = schema.TryGetProperty("properties", out var found) ? found : default;
        var closed = schema.TryGetProperty("additionalProperties", out var additional) && additional.ValueKind == JsonValueKind.False;
        foreach (var (name, value) in map)
        {
            if (properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(name, out var property))
            {
                Check(property, value, $"{at}.{name}", faults);
            }
            else if (closed)
            {
                faults.Add($"{at}.{name} is not known");
            }
        }
    }

    private void CheckList(JsonElement schema, IReadOnlyList<object?> list, string at, List<string> faults)
    {
        if ((schema.TryGetProperty("minItems", out var least) && list.Count < least.GetInt32())
            || (schema.TryGetProperty("maxItems", out var most) && list.Count > most.GetInt32()))
        {
            faults.Add($"{at} has {list.Count} items");
        }

        for (var i = 0; schema.TryGetProperty("items", out var items) && i < list.Count; i++)
        {
            Check(items, list[i], $"{at}[{i}]", faults);
        }
    }

    private static void CheckNumber(JsonElement schema, double number, string at, List<string> faults)
    {
        if ((schema.TryGetProperty("minimum", out var least) && number < least.GetDouble())
            || (schema.TryGetProperty("maximum", out var most) && number > most.GetDouble())
            || (schema.TryGetProperty("exclusiveMinimum", out var under) && number <= under.GetDouble()))
        {
            faults.Add($"{at} is out of range: {number}");
        }
    }

    private static IEnumerable<string> Kinds(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static bool Is(string kind, object? value) => kind switch
    {
        "object" => value is IReadOnlyDictionary<string, object?>,
        "array" => value is IReadOnlyList<object?>,
        "string" => value is string,
        "number" => value is double,
        "integer" => value is double number && number == Math.Floor(number),
        "boolean" => value is bool,
        _ => throw new InvalidOperationException($"The schema's type '{kind}' is not checked here: teach it."),
    };

    private static string Text(object? value) => value is double number ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : value?.ToString() ?? "";
}
