using System.Runtime.InteropServices;
using System.Text.Json;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>What a message says: that a device is there or gone, or the fields it publishes.</summary>
internal sealed class Heard
{
    private readonly Dictionary<string, Field> _fields = new(StringComparer.Ordinal);

    /// <summary>Nothing of interest.</summary>
    internal static Heard Nothing => new();

    /// <summary>True or false when the message says so; null when it does not.</summary>
    internal bool? Online { get; init; }

    /// <summary>The instant the values were measured; null when the message does not say or cannot be trusted on it.</summary>
    internal DateTimeOffset? At { get; init; }

    /// <summary>True for a family that repeats cached values: an unchanged field is not a new measurement.</summary>
    internal bool RepeatsKeepTheirInstant { get; init; }

    /// <summary>Set for a field the device itself calls wrong.</summary>
    internal Func<string, Quality>? Judge { get; init; }

    /// <summary>Fields by dotted path: <c>ENERGY.Power</c>.</summary>
    internal IReadOnlyDictionary<string, Field> Fields => _fields;

    /// <summary>Adds every leaf of an object, paths prefixed.</summary>
    internal void AddLeaves(string prefix, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                AddLeaves(prefix.Length == 0 ? property.Name : $"{prefix}.{property.Name}", property.Value);
            }
        }
        else if (prefix.Length > 0)
        {
            _fields[prefix] = Field.Of(element);
        }
    }

    /// <summary>Adds one field.</summary>
    internal void Add(string path, Field field) => _fields[path] = field;

    /// <summary>A leaf of a message: a number (an array is its sum, phase by phase), nothing, or something else.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Field(double Number, bool IsNull, bool IsNumber, string Text)
    {
        internal static Field Of(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Null => new Field(double.NaN, IsNull: true, IsNumber: false, ""),
            JsonValueKind.Number => new Field(element.GetDouble(), IsNull: false, IsNumber: true, element.GetRawText()),
            JsonValueKind.True => new Field(1, IsNull: false, IsNumber: true, "true"),
            JsonValueKind.False => new Field(0, IsNull: false, IsNumber: true, "false"),
            JsonValueKind.Array when element.GetArrayLength() > 0 && element.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number) =>
                new Field(element.EnumerateArray().Sum(item => item.GetDouble()), IsNull: false, IsNumber: true, element.GetRawText()),
            _ => new Field(double.NaN, IsNull: false, IsNumber: false, element.GetRawText()),
        };
    }
}
