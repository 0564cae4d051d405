using System.Globalization;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Drivers.Mqtt.Payloads;

/// <summary>
/// A Sparkplug B node or one of its devices as a source. The topic in the site file is <c>group/node</c> or <c>group/node/device</c>; fields are metric
/// names. All messages of the node are followed, for they share one sequence; a gap or an unknown alias asks the node to be reborn.
/// </summary>
internal sealed class SparkplugDecoder : IPayloadDecoder
{
    private static readonly TimeSpan BetweenRebirths = TimeSpan.FromSeconds(5);

    /// <summary>A birth of ten thousand metrics fits.</summary>
    private const int Longest = 1024 * 1024;

    private NodeReader _node = new();
    private string _device = "";
    private long _asked;

    public IReadOnlyList<string> Topics(string topic)
    {
        var parts = topic.Split('/');
        parts = parts is ["spBv1.0", ..] ? parts[1..] : parts;
        if (parts.Length is not (2 or 3))
        {
            return [];
        }

        _device = parts.ElementAtOrDefault(2) ?? "";
        return [$"spBv1.0/{parts[0]}/+/{parts[1]}", $"spBv1.0/{parts[0]}/+/{parts[1]}/+"];
    }

    /// <summary>Births may have been missed: data without one asks for it.</summary>
    public IReadOnlyList<FieldRequest> Connected(DateTimeOffset at)
    {
        (_node, _asked) = (new NodeReader(), 0);
        return [];
    }

    public Heard Decode(FieldMessage message)
    {
        var topic = SparkplugTopic.Parse(message.Topic) ?? throw new FormatException("Not a Sparkplug topic.");
        if (topic.Type is MessageType.NodeCommand or MessageType.DeviceCommand or MessageType.State)
        {
            return Heard.Nothing;
        }

        if (message.Retained)
        {
            throw new FormatException("A Sparkplug message kept by the broker is not news.");
        }

        if (message.Payload.Length > Longest)
        {
            throw new FormatException($"A Sparkplug payload of {message.Payload.Length} bytes is not understood.");
        }

        var payload = _node.Read(topic, message.Payload.Span, out var problem);
        var ask = _node.NeedsRebirth ? Rebirth(topic, message.At) : null;
        if (problem.Length > 0 && ask is null)
        {
            throw new FormatException(problem);
        }

        var ours = string.Equals(topic.Device, _device, StringComparison.Ordinal);
        return payload is null ? new Heard { Ask = ask } : topic.Type switch
        {
            MessageType.NodeDeath => new Heard { Online = false },
            MessageType.DeviceDeath => new Heard { Online = ours ? false : null, Ask = ask },
            _ when ours => Values(payload, ask, message.At),
            _ => new Heard { Ask = ask },
        };
    }

    private static Heard Values(Payload payload, FieldRequest? ask, DateTimeOffset arrival)
    {
        var heard = new Heard { Ask = ask, At = Instants.Believed(payload.Timestamp, arrival, Instants.OfServer) };
        foreach (var metric in payload.Metrics.Where(metric => metric.Name.Length > 0))
        {
            var at = Instants.Believed(metric.Timestamp, arrival, TimeSpan.FromDays(3650));
            var field = Read(metric.Value) with { At = at, Quality = Judge(metric) };
            if (!metric.IsHistorical)
            {
                // Several values of one point in a payload: the last is the present one.
                if (heard.Fields.TryGetValue(metric.Name, out var before) && before.At is not null && before.At != at)
                {
                    heard.AddPast(metric.Name, before);
                }

                heard.Add(metric.Name, field);
            }
            else if (at is not null)
            {
                // Without an instant a late value cannot be put in its place.
                heard.AddPast(metric.Name, field);
            }
        }

        return heard;
    }

    private static Field Read(object? value) => value switch
    {
        null => Field.Null,
        bool flag => Field.Of(flag),
        long whole => new Field(whole, IsNull: false, IsNumber: true, whole.ToString(CultureInfo.InvariantCulture)),
        double real => Field.Of(real),
        string text => Field.Of(text),
        _ => Field.Of("(bytes)"),
    };

    /// <summary>The OPC codes that Sparkplug kept: 192 good, 500 stale, 0 bad.</summary>
    private static Quality Judge(Metric metric) =>
        metric.Properties.TryGetValue("Quality", out var told) || metric.Properties.TryGetValue("quality", out told)
            ? told switch
            {
                0L => Quality.DeviceFault,
                500L => Quality.Stale,
                192L or null => Quality.Good,
                _ => Quality.Suspect,
            }
            : Quality.Good;

    private FieldRequest? Rebirth(SparkplugTopic topic, DateTimeOffset at)
    {
        var now = TimeProvider.System.GetTimestamp();
        if (_asked != 0 && TimeProvider.System.GetElapsedTime(_asked, now) < BetweenRebirths)
        {
            return null;
        }

        _asked = now;
        var command = new SparkplugTopic(MessageType.NodeCommand, topic.Group, topic.Node, "");
        return new FieldRequest(command.ToString(), NodeReader.RebirthCommand(at));
    }
}
