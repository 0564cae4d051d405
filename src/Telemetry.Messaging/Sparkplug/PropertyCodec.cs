using Telemetry.Messaging.Sparkplug.Wire;
using Field = Telemetry.Messaging.Sparkplug.Wire.WirePropertyValue.ValueOneofCase;

namespace Telemetry.Messaging.Sparkplug;

/// <summary>The named properties of a metric, to and from the wire. Property sets within sets are not ours to read: left out.</summary>
internal static class PropertyCodec
{
    /// <summary>The standard's own property: an Int32, whatever number it is given.</summary>
    private const string Quality = "Quality";

    internal static WirePropertySet Encode(IReadOnlyDictionary<string, object?> properties)
    {
        var wire = new WirePropertySet();
        foreach (var (key, value) in properties)
        {
            wire.Keys.Add(key);
            wire.Values.Add(Encode(key, value));
        }

        return wire;
    }

    internal static IReadOnlyDictionary<string, object?>? Decode(WirePropertySet? wire, out string problem)
    {
        problem = "";
        if (wire is null || wire.Keys.Count + wire.Values.Count == 0)
        {
            return Metric.NoProperties;
        }

        if (wire.Keys.Count != wire.Values.Count)
        {
            problem = $"{wire.Keys.Count} property names for {wire.Values.Count} values";
            return null;
        }

        var properties = new Dictionary<string, object?>(wire.Keys.Count, StringComparer.Ordinal);
        for (var i = 0; i < wire.Keys.Count; i++)
        {
            if (!TryValue(wire.Values[i], out var value))
            {
                problem = $"property '{wire.Keys[i]}' does not fit its type";
                return null;
            }

            if (wire.Values[i].ValueCase is not (Field.PropertysetValue or Field.PropertysetsValue or Field.ExtensionValue))
            {
                properties[wire.Keys[i]] = value;
            }
        }

        return properties;
    }

    private static WirePropertyValue Encode(string key, object? value) => value switch
    {
        null => new WirePropertyValue { Type = (uint)MetricType.String, IsNull = true },
        bool flag => new WirePropertyValue { Type = (uint)MetricType.Boolean, BooleanValue = flag },
        double real => new WirePropertyValue { Type = (uint)MetricType.Double, DoubleValue = real },
        string text => new WirePropertyValue { Type = (uint)MetricType.String, StringValue = text },
        int number => new WirePropertyValue { Type = (uint)MetricType.Int32, IntValue = unchecked((uint)number) },
        long number when string.Equals(key, Quality, StringComparison.Ordinal) => Encode(key, checked((int)number)),
        long number => new WirePropertyValue { Type = (uint)MetricType.Int64, LongValue = unchecked((ulong)number) },
        _ => throw new ArgumentException($"Property '{key}' must be a bool, a long, a double or a string, not {value.GetType().Name}.", nameof(value)),
    };

    private static bool TryValue(WirePropertyValue wire, out object? value)
    {
        var type = wire.Type > int.MaxValue ? MetricType.Unknown : (MetricType)wire.Type;
        value = wire.IsNull ? null : wire.ValueCase switch
        {
            Field.IntValue => MetricDecoder.Integer(type, wire.IntValue),
            Field.LongValue => MetricDecoder.Integer(type, wire.LongValue),
            Field.FloatValue => (double)wire.FloatValue,
            Field.DoubleValue => wire.DoubleValue,
            Field.BooleanValue => wire.BooleanValue,
            Field.StringValue => wire.StringValue,
            _ => null,
        };
        return value is not null || wire.IsNull || wire.ValueCase is not (Field.IntValue or Field.LongValue);
    }
}
