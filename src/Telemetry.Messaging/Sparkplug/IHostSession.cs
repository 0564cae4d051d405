namespace Telemetry.Messaging.Sparkplug;

/// <summary>A Sparkplug host application over one MQTT link: STATE, births, aliases, sequence gaps, commands.</summary>
/// <remarks>
/// Made by <c>HostSession</c>. It publishes STATE (retained, and offline as its will), subscribes to every group, resolves aliases,
/// asks for a rebirth when a node is unknown or its sequence has a gap, and never more than once every few seconds per node.
/// Events are raised on the link's thread, in the order of arrival.
/// </remarks>
public interface IHostSession : IDisposable
{
    /// <summary>Raised for births, data and deaths, names resolved.</summary>
    event Action<HostEvent>? Received;

    /// <summary>Raised when the link to the broker comes up or goes down.</summary>
    event Action<bool>? ConnectedChanged;

    /// <summary>True while the broker holds our session.</summary>
    bool IsConnected { get; }

    /// <summary>Messages refused since the start: undecodable payloads, bad topics, unknown aliases.</summary>
    long Refused { get; }

    /// <summary>Connects and says it is online.</summary>
    void Start();

    /// <summary>Sends a command: NCMD when the device is empty, else DCMD. QoS 0, never retained.</summary>
    /// <returns>False when the link is down: nothing was kept.</returns>
    bool Command(string group, string node, string device, IReadOnlyList<Metric> metrics);
}
