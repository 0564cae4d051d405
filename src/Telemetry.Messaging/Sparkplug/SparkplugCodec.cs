using Google.Protobuf;
using Telemetry.Messaging.Sparkplug.Wire;

namespace Telemetry.Messaging.Sparkplug;

/// <summary>Sparkplug B payloads to and from their bytes.</summary>
/// <remarks>
/// Read by field number, never by position; zero is written; what has no value is <c>is_null</c>. Types without meaning for us
/// (tables, templates, arrays, numbers of a later edition) are carried as bytes. A payload with one malformed metric is refused whole:
/// half a payload would look complete.
/// </remarks>
public static class SparkplugCodec
{
    /// <summary>The latest instant that can be told, in milliseconds since 1970: the end of the year 9999.</summary>
    internal const ulong LastInstant = 253_402_300_799_999;

    /// <summary>For payloads that introduce their metrics themselves.</summary>
    internal static readonly IReadOnlyDictionary<ulong, KnownMetric> NoAliases = new Dictionary<ulong, KnownMetric>();

    /// <summary>The bytes of a payload.</summary>
    /// <exception cref="ArgumentException">A metric's value does not fit its type; the message names the metric.</exception>
    public static byte[] Encode(Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        var wire = new WirePayload();
        if (payload.Timestamp is { } at)
        {
            wire.Timestamp = Milliseconds(at);
        }

        foreach (var metric in payload.Metrics)
        {
            wire.Metrics.Add(MetricEncoder.Encode(metric));
        }

        if (payload.Seq is { } seq)
        {
            wire.Seq = seq;
        }

        return wire.ToByteArray();
    }

    /// <summary>Reads a payload.</summary>
    /// <param name="bytes">What came from the broker.</param>
    /// <param name="problem">Empty, or why the payload is refused.</param>
    /// <returns>Null when it is refused.</returns>
    public static Payload? Decode(ReadOnlySpan<byte> bytes, out string problem) => Decode(bytes, "", NoAliases, out problem);

    /// <summary>Reads a payload of a device and gives metrics that carry an alias only the name and type their birth gave.</summary>
    internal static Payload? Decode(
        ReadOnlySpan<byte> bytes, string device, IReadOnlyDictionary<ulong, KnownMetric> aliases, out string problem)
    {
        WirePayload wire;
        try
        {
            wire = WirePayload.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException)
        {
            problem = "not a Sparkplug B payload";
            return null;
        }

        return Read(wire, device, aliases, out problem);
    }

    internal static ulong Milliseconds(DateTimeOffset at) =>
        at.ToUnixTimeMilliseconds() is >= 0 and var milliseconds
            ? (ulong)milliseconds
            : throw new ArgumentException("An instant before 1970 cannot be told in Sparkplug.", nameof(at));

    internal static DateTimeOffset Instant(ulong milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds);

    private static Payload? Read(
        WirePayload wire, string device, IReadOnlyDictionary<ulong, KnownMetric> aliases, out string problem)
    {
        problem = wire switch
        {
            { HasTimestamp: true, Timestamp: > LastInstant } => $"timestamp {wire.Timestamp} is out of range",
            { HasSeq: true, Seq: > byte.MaxValue } => $"seq {wire.Seq} is above 255",
            _ => "",
        };
        var metrics = new List<Metric>(wire.Metrics.Count);
        foreach (var metric in wire.Metrics)
        {
            var known = metric.HasAlias && aliases.TryGetValue(metric.Alias, out var found)
                && string.Equals(found.Device, device, StringComparison.Ordinal) ? found : default;
            if (problem.Length == 0 && MetricDecoder.Decode(metric, known, out problem) is { } decoded)
            {
                metrics.Add(decoded);
            }
        }

        return problem.Length > 0 ? null : new Payload
        {
            Timestamp = wire.HasTimestamp ? Instant(wire.Timestamp) : null,
            Seq = wire.HasSeq ? (byte)wire.Seq : null,
            Metrics = metrics,
        };
    }
}
