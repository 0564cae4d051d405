using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Google.Protobuf;
using static Google.Protobuf.CodedOutputStream;

namespace Telemetry.Messaging.Sparkplug;

/// <summary>Writes the metrics of one message straight into its bytes, by alias where a birth gave one: a value costs no object.</summary>
/// <remarks>
/// The same bytes as <see cref="SparkplugCodec.Encode"/> of the same metrics:
/// <code>| 08 timestamp | 12 length metric | 12 length metric | … | 18 seq |</code>
/// </remarks>
internal sealed class MetricWriter : IMetricWriter
{
    private const byte PayloadTimestamp = 0x08;
    private const byte PayloadMetric = 0x12;
    private const byte PayloadSeq = 0x18;
    private const byte Name = 0x0A;
    private const byte Alias = 0x10;
    private const byte Timestamp = 0x18;
    private const byte DataType = 0x20;
    private const byte Historical = 0x28;
    private const byte LongValue = 0x58;
    private const byte DoubleValue = 0x69;
    private const int LongestVarint = 10;

    /// <summary>Longer names need a longer length before them; ours are short.</summary>
    private const int LongestPlainName = 100;

    private readonly AliasBook _aliases;
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);
    private string _device = "";

    internal MetricWriter(AliasBook aliases) => _aliases = aliases;

    /// <inheritdoc />
    public void Write(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        var wire = MetricEncoder.Encode(_aliases.Shorten(_device, metric));
        var head = _bytes.GetSpan(1 + LongestVarint);
        head[0] = PayloadMetric;
        _bytes.Advance(1 + Varint(head[1..], (uint)wire.CalculateSize()));
        wire.WriteTo(_bytes);
    }

    /// <inheritdoc />
    public void Write(string name, long value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_aliases.Find(_device, name) is not null || name.Length is 0 or > LongestPlainName || !Ascii.IsValid(name))
        {
            Write(new Metric { Name = name, Type = MetricType.Int64, Value = value });
            return;
        }

        var bits = unchecked((ulong)value);
        var length = 2 + name.Length + 2 + 1 + ComputeUInt64Size(bits);
        var bytes = _bytes.GetSpan(2 + length);
        (bytes[0], bytes[1], bytes[2], bytes[3]) = (PayloadMetric, (byte)length, Name, (byte)name.Length);
        var end = 4 + Encoding.UTF8.GetBytes(name, bytes[4..]);
        bytes[end++] = DataType;
        bytes[end++] = (byte)MetricType.Int64;
        bytes[end++] = LongValue;
        _bytes.Advance(end + Varint(bytes[end..], bits));
    }

    /// <inheritdoc />
    public void Write(string name, DateTimeOffset at, double value, bool isHistorical)
    {
        if (_aliases.Find(_device, name) is not { } alias)
        {
            Write(new Metric { Name = name, Type = MetricType.Double, Timestamp = at, Value = value, IsHistorical = isHistorical });
            return;
        }

        var milliseconds = SparkplugCodec.Milliseconds(at);
        var length = 1 + ComputeUInt64Size(alias) + 1 + ComputeUInt64Size(milliseconds) + 2 + (isHistorical ? 2 : 0) + 1 + sizeof(double);
        var bytes = _bytes.GetSpan(2 + length);
        bytes[0] = PayloadMetric;
        bytes[1] = (byte)length;
        var end = 2;
        bytes[end++] = Alias;
        end += Varint(bytes[end..], alias);
        bytes[end++] = Timestamp;
        end += Varint(bytes[end..], milliseconds);
        bytes[end++] = DataType;
        bytes[end++] = (byte)MetricType.Double;
        if (isHistorical)
        {
            bytes[end++] = Historical;
            bytes[end++] = 1;
        }

        bytes[end++] = DoubleValue;
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[end..], value);
        _bytes.Advance(end + sizeof(double));
    }

    /// <summary>Begins a message of a device.</summary>
    internal void Begin(string device, DateTimeOffset at)
    {
        _device = device;
        _bytes.ResetWrittenCount();
        Field(PayloadTimestamp, SparkplugCodec.Milliseconds(at));
    }

    /// <summary>Ends the message; its bytes are good until the next begins.</summary>
    internal ReadOnlySpan<byte> End(byte seq)
    {
        Field(PayloadSeq, seq);
        return _bytes.WrittenSpan;
    }

    private void Field(byte tag, ulong value)
    {
        var bytes = _bytes.GetSpan(1 + LongestVarint);
        bytes[0] = tag;
        _bytes.Advance(1 + Varint(bytes[1..], value));
    }

    private static int Varint(Span<byte> bytes, ulong value)
    {
        var length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            bytes[length++] = (byte)((value & 0x7F) | 0x80);
        }

        bytes[length] = (byte)value;
        return length + 1;
    }
}
