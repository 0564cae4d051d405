using System.Globalization;
using Google.Protobuf;
using Telemetry.Messaging.Sparkplug.Wire;

namespace Telemetry.Messaging.Sparkplug;

/// <summary>One metric to its wire form: which field holds which type.</summary>
internal static class MetricEncoder
{
    internal static WireMetric Encode(Metric metric)
    {
        var wire = new WireMetric { Datatype = (uint)metric.Type };
        if (metric.Name.Length > 0)
        {
            wire.Name = metric.Name;
        }

        if (metric.Alias is { } alias)
        {
            wire.Alias = alias;
        }

        if (metric.Timestamp is { } at)
        {
            wire.Timestamp = SparkplugCodec.Milliseconds(at);
        }

        if (metric.IsHistorical)
        {
            wire.IsHistorical = true;
        }

        if (metric.Properties.Count > 0)
        {
            wire.Properties = PropertyCodec.Encode(metric.Properties);
        }

        if (metric.Value is null)
        {
            wire.IsNull = true;
            return wire;
        }

        try
        {
            SetValue(wire, metric.Type, metric.Value);
        }
        catch (Exception problem) when (problem is InvalidCastException or OverflowException or FormatException)
        {
            throw new ArgumentException($"'{metric.Name}': {metric.Value} is not a {metric.Type}.", nameof(metric), problem);
        }

        return wire;
    }

    // Negative integers are two's complement in 32 bits whatever their type, as the other implementations write them.
    private static void SetValue(WireMetric wire, MetricType type, object value)
    {
        switch (type)
        {
            case MetricType.Int8: wire.IntValue = unchecked((uint)(sbyte)Checked(Integer(value), sbyte.MinValue, sbyte.MaxValue)); break;
            case MetricType.Int16: wire.IntValue = unchecked((uint)(short)Checked(Integer(value), short.MinValue, short.MaxValue)); break;
            case MetricType.Int32: wire.IntValue = unchecked((uint)Checked(Integer(value), int.MinValue, int.MaxValue)); break;
            case MetricType.Int64: wire.LongValue = unchecked((ulong)Integer(value)); break;
            case MetricType.UInt8: wire.IntValue = (uint)Checked(Integer(value), 0, byte.MaxValue); break;
            case MetricType.UInt16: wire.IntValue = (uint)Checked(Integer(value), 0, ushort.MaxValue); break;
            case MetricType.UInt32: wire.LongValue = (ulong)Checked(Integer(value), 0, uint.MaxValue); break;
            case MetricType.UInt64 or MetricType.DateTime: wire.LongValue = (ulong)Checked(Integer(value), 0, long.MaxValue); break;
            case MetricType.Float: wire.FloatValue = (float)Real(value); break;
            case MetricType.Double: wire.DoubleValue = Real(value); break;
            case MetricType.Boolean: wire.BooleanValue = (bool)value; break;
            case MetricType.String or MetricType.Text or MetricType.Uuid: wire.StringValue = (string)value; break;
            case MetricType.DataSet: wire.DatasetValue = Bytes(value); break;
            case MetricType.Template: wire.TemplateValue = Bytes(value); break;
            case MetricType.Unknown: throw new InvalidCastException();
            default: wire.BytesValue = Bytes(value); break;
        }
    }

    private static long Integer(object value) => value switch
    {
        bool or string or double or float or decimal => throw new InvalidCastException(),
        _ => Convert.ToInt64(value, CultureInfo.InvariantCulture),
    };

    private static double Real(object value) =>
        value is bool or string ? throw new InvalidCastException() : Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static ByteString Bytes(object value) => ByteString.CopyFrom((byte[])value);

    private static long Checked(long value, long min, long max) => value >= min && value <= max ? value : throw new OverflowException();
}
