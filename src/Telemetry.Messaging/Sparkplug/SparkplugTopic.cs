using System.Buffers;

namespace Telemetry.Messaging.Sparkplug;

/// <summary>A topic of Sparkplug B, taken apart.</summary>
/// <param name="Type">Which of the nine messages.</param>
/// <param name="Group">The group; for a STATE message, empty.</param>
/// <param name="Node">The edge node; for a STATE message, the host id.</param>
/// <param name="Device">The device; empty for messages of a node or a host.</param>
public sealed record SparkplugTopic(MessageType Type, string Group, string Node, string Device)
{
    /// <summary>Everything Sparkplug B 3.0 says.</summary>
    public const string Everything = "spBv1.0/#";
    private const string Root = "spBv1.0";
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("+/#\0");
    private static readonly string[] Words = ["NBIRTH", "NDEATH", "DBIRTH", "DDEATH", "NDATA", "DDATA", "NCMD", "DCMD", "STATE"];

    /// <summary>True for an id that may stand in a topic: not empty, without <c>+</c>, <c>/</c> or <c>#</c>.</summary>
    public static bool IsId(string? id) => !string.IsNullOrEmpty(id) && id.AsSpan().IndexOfAny(Forbidden) < 0;

    /// <summary>Reads a topic.</summary>
    /// <returns>Null when it is not a Sparkplug B 3.0 topic.</returns>
    public static SparkplugTopic? Parse(string topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        var parts = topic.Split('/');
        if (parts.Length < 3 || !string.Equals(parts[0], Root, StringComparison.Ordinal) || !parts.All(IsId))
        {
            return null;
        }

        if (string.Equals(parts[1], "STATE", StringComparison.Ordinal))
        {
            return parts.Length == 3 ? new SparkplugTopic(MessageType.State, "", parts[2], "") : null;
        }

        if (parts.Length is not (4 or 5) || Array.IndexOf(Words, parts[2], 0, (int)MessageType.State) is var word && word < 0)
        {
            return null;
        }

        var type = (MessageType)word;
        return IsOfDevice(type) == (parts.Length == 5) ? new SparkplugTopic(type, parts[1], parts[3], parts.ElementAtOrDefault(4) ?? "") : null;
    }

    /// <summary>The topic of a host's STATE.</summary>
    public static string State(string hostId) => new SparkplugTopic(MessageType.State, "", hostId, "").ToString();

    /// <summary>True for DBIRTH, DDEATH, DDATA and DCMD.</summary>
    public static bool IsOfDevice(MessageType type) =>
        type is MessageType.DeviceBirth or MessageType.DeviceDeath or MessageType.DeviceData or MessageType.DeviceCommand;

    /// <summary>The topic as it is published.</summary>
    public override string ToString() => Type switch
    {
        MessageType.State => $"{Root}/STATE/{Node}",
        _ when Device.Length == 0 => $"{Root}/{Group}/{Words[(int)Type]}/{Node}",
        _ => $"{Root}/{Group}/{Words[(int)Type]}/{Node}/{Device}",
    };
}
