namespace Telemetry.Messaging.Sparkplug;

/// <summary>Reads the messages of one edge node, names resolved from its births, for who listens to a device and is not its host.</summary>
/// <remarks>Not safe for several threads at once. Commands are not messages of the node: do not give them.</remarks>
public sealed class NodeReader
{
    private readonly NodeView _node = new();

    /// <summary>True from NBIRTH to NDEATH.</summary>
    public bool IsAlive => _node.Alive;

    /// <summary>True when something was missed that only a rebirth mends.</summary>
    public bool NeedsRebirth => _node.NeedsRebirth;

    /// <summary>Reads the next message.</summary>
    /// <param name="topic">Its topic.</param>
    /// <param name="bytes">Its payload.</param>
    /// <param name="problem">Empty, or why it is refused.</param>
    /// <returns>Null when it is refused or, with no problem, of no account: the late death of an earlier life.</returns>
    public Payload? Read(SparkplugTopic topic, ReadOnlySpan<byte> bytes, out string problem)
    {
        ArgumentNullException.ThrowIfNull(topic);
        var birth = topic.Type is MessageType.NodeBirth or MessageType.DeviceBirth;
        if (SparkplugCodec.Decode(bytes, topic.Device, birth ? SparkplugCodec.NoAliases : _node.Aliases, out problem) is not { } payload)
        {
            return null;
        }

        switch (topic.Type)
        {
            case MessageType.NodeBirth:
                problem = payload is { Seq: not null, IsNamed: true } ? "" : "a birth without seq or without names";
                if (problem.Length == 0)
                {
                    _node.Born(payload);
                    _node.Learn("", payload);
                }

                break;
            case MessageType.NodeDeath:
                return Died(payload, out problem) ? payload : null;
            default:
                _node.Count(payload.Seq);
                problem = payload.IsNamed ? "" : "unknown alias";
                if (problem.Length > 0)
                {
                    _node.Missed();
                }
                else if (birth)
                {
                    _node.Learn(topic.Device, payload);
                }

                break;
        }

        return problem.Length == 0 ? payload : null;
    }

    /// <summary>The payload of the NCMD that asks a node to tell everything again.</summary>
    public static byte[] RebirthCommand(DateTimeOffset at) =>
        SparkplugCodec.Encode(new Payload { Timestamp = at, Metrics = [StandardMetrics.OfRebirth(true)] });

    private bool Died(Payload payload, out string problem)
    {
        var sequence = StandardMetrics.SequenceOf(payload);
        problem = sequence is null ? "a death without bdSeq" : "";
        if (sequence is null || (_node.Alive && _node.BirthDeathSequence is { } life && life != sequence))
        {
            return false;
        }

        _node.Die();
        return true;
    }
}
