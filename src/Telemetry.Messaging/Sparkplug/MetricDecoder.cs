using Telemetry.Messaging.Sparkplug.Wire;
using Field = Telemetry.Messaging.Sparkplug.Wire.WireMetric.ValueOneofCase;

namespace Telemetry.Messaging.Sparkplug;

/// <summary>One metric from its wire form; says what is wrong instead of throwing.</summary>
internal static class MetricDecoder
{
    internal static Metric? Decode(WireMetric wire, KnownMetric known, out string problem)
    {
        var name = wire.Name.Length > 0 ? wire.Name : known.Name ?? "";
        var label = name.Length > 0 ? name : $"alias {wire.Alias}";
        if (wire.Datatype > int.MaxValue)
        {
            problem = $"'{label}': {wire.Datatype} is not a data type";
            return null;
        }

        var type = wire.Datatype != 0 ? (MetricType)wire.Datatype : known.Type;
        if (wire.HasTimestamp && wire.Timestamp > SparkplugCodec.LastInstant)
        {
            problem = $"'{label}': timestamp {wire.Timestamp} is out of range";
            return null;
        }

        var properties = PropertyCodec.Decode(wire.Properties, out problem);
        object? value = null;
        if (properties is null || (!wire.IsNull && !TryValue(wire, type, out value)))
        {
            problem = problem.Length > 0 ? $"'{label}': {problem}" : $"'{label}': the value does not fit the type {type}";
            return null;
        }

        return new Metric
        {
            Name = name,
            Alias = wire.HasAlias ? wire.Alias : null,
            Timestamp = wire.HasTimestamp ? SparkplugCodec.Instant(wire.Timestamp) : null,
            Type = type,
            Value = value,
            IsHistorical = wire.IsHistorical,
            Properties = properties,
        };
    }

    // Integers are read from either integer field and reals from either real field: implementations differ.
    private static bool TryValue(WireMetric wire, MetricType type, out object? value)
    {
        value = wire.ValueCase switch
        {
            Field.IntValue => Integer(type, wire.IntValue),
            Field.LongValue => Integer(type, wire.LongValue),
            Field.FloatValue => type is MetricType.Float or MetricType.Double or MetricType.Unknown ? (double)wire.FloatValue : null,
            Field.DoubleValue => type is MetricType.Float or MetricType.Double or MetricType.Unknown ? wire.DoubleValue : null,
            Field.BooleanValue => type is MetricType.Boolean or MetricType.Unknown ? wire.BooleanValue : null,
            Field.StringValue => type is MetricType.String or MetricType.Text or MetricType.Uuid or MetricType.Unknown ? wire.StringValue : null,
            Field.BytesValue => IsBytes(type) ? wire.BytesValue.ToByteArray() : null,
            Field.DatasetValue => type is MetricType.DataSet or MetricType.Unknown ? wire.DatasetValue.ToByteArray() : null,
            Field.TemplateValue => type is MetricType.Template or MetricType.Unknown ? wire.TemplateValue.ToByteArray() : null,
            Field.ExtensionValue => IsBytes(type) ? wire.ExtensionValue.ToByteArray() : null,
            _ => null,
        };
        return value is not null || wire.ValueCase == Field.None;
    }

    private static bool IsBytes(MetricType type) =>
        type is MetricType.Unknown or MetricType.Bytes or MetricType.File || !Enum.IsDefined(type);

    // A narrow negative integer comes as its own bits or extended to 32: the low bits say the same.
    internal static object? Integer(MetricType type, ulong raw) => type switch
    {
        MetricType.Int8 when Fits(raw, sbyte.MinValue, byte.MaxValue) => (long)unchecked((sbyte)raw),
        MetricType.Int16 when Fits(raw, short.MinValue, ushort.MaxValue) => (long)unchecked((short)raw),
        MetricType.Int32 when Fits(raw, int.MinValue, uint.MaxValue) => (long)unchecked((int)raw),
        MetricType.Int64 => unchecked((long)raw),
        MetricType.UInt8 when raw <= byte.MaxValue => (long)raw,
        MetricType.UInt16 when raw <= ushort.MaxValue => (long)raw,
        MetricType.UInt32 when raw <= uint.MaxValue => (long)raw,
        MetricType.UInt64 or MetricType.Unknown when raw <= long.MaxValue => (long)raw,
        MetricType.DateTime when raw <= SparkplugCodec.LastInstant => (long)raw,
        _ => null,
    };

    private static bool Fits(ulong raw, long lowest, ulong highest) =>
        raw <= highest || unchecked((long)raw) is < 0 and var extended && extended >= lowest
        || (raw <= uint.MaxValue && unchecked((int)raw) >= lowest && unchecked((int)raw) < 0);
}
