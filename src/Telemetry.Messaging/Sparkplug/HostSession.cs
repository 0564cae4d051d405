using Microsoft.Extensions.Logging;
using Telemetry.Messaging.Mqtt;

namespace Telemetry.Messaging.Sparkplug;

/// <summary>What the centre is to Sparkplug: a host application that listens to every node and may command it.</summary>
/// <remarks>
/// What was known of nodes is forgotten at each connection, for births may have been missed meanwhile. Data whose sequence has a gap
/// is delivered, for its names are known; what cannot be named is refused and counted.
/// </remarks>
public sealed class HostSession : IHostSession
{
    private static readonly TimeSpan BetweenRebirths = TimeSpan.FromSeconds(5);
    private readonly string _hostId;
    private readonly string _stateTopic;
    private readonly TimeProvider _clock;
    private readonly TimeProvider _real;
    private readonly ILogger _log;
    private readonly IMqttLink _link;
    private readonly Dictionary<(string Group, string Node), NodeView> _nodes = [];
    private readonly Lock _gate = new();
    private long _saidAt;
    private long _refused;
    private bool _leaving;
    private bool _told;

    /// <summary>Prepares the session; nothing is connected before <see cref="Start"/>.</summary>
    /// <param name="hostId">Our id in the STATE topic.</param>
    /// <param name="link">Makes the link, given the will to ask for at each connection.</param>
    /// <param name="clock">The civil clock: instants in payloads.</param>
    /// <param name="log">Where refusals and requests are told.</param>
    public HostSession(string hostId, Func<Func<MqttWill?>, IMqttLink> link, TimeProvider clock, ILogger log)
        : this(hostId, link, clock, TimeProvider.System, log)
    {
    }

    internal HostSession(
        string hostId, Func<Func<MqttWill?>, IMqttLink> link, TimeProvider clock, TimeProvider real, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(link);
        if (!SparkplugTopic.IsId(hostId))
        {
            throw new ArgumentException("A host id must not be empty nor contain + / or #.", nameof(hostId));
        }

        (_hostId, _stateTopic, _clock, _real, _log) = (hostId, SparkplugTopic.State(hostId), clock, real, log);
        _link = link(Will);
        _link.StateChanged += OnLink;
        _link.Received += OnMessage;
        _link.Subscribe(SparkplugTopic.Everything, 1);
    }

    /// <inheritdoc />
    public event Action<HostEvent>? Received;

    /// <inheritdoc />
    public event Action<bool>? ConnectedChanged;

    /// <inheritdoc />
    public bool IsConnected => _link.IsConnected;

    /// <inheritdoc />
    public long Refused => Interlocked.Read(ref _refused);

    /// <inheritdoc />
    public void Start() => _link.Start();

    /// <inheritdoc />
    public bool Command(string group, string node, string device, IReadOnlyList<Metric> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(device);
        var topic = new SparkplugTopic(device.Length == 0 ? MessageType.NodeCommand : MessageType.DeviceCommand, group, node, device);
        var payload = new Payload { Timestamp = _clock.GetUtcNow(), Metrics = metrics };
        return _link.Publish(topic.ToString(), SparkplugCodec.Encode(payload), qos: 0, retain: false);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            _leaving = true;
            Say(online: false);
        }

        _link.Dispose();
    }

    // The will and the word that follows it carry the same instant, so that neither is older than the other.
    private MqttWill Will()
    {
        lock (_gate)
        {
            _saidAt = Math.Max(_saidAt, _clock.GetUtcNow().ToUnixTimeMilliseconds());
            return new MqttWill(_stateTopic, new HostState(Online: false, _saidAt).ToBytes(), Qos: 1, Retain: true);
        }
    }

    private void Say(bool online) => _link.Publish(_stateTopic, new HostState(online, _saidAt).ToBytes(), qos: 1, retain: true);

    private void OnLink(MqttLinkState state)
    {
        _nodes.Clear();
        if (state.Connected)
        {
            lock (_gate)
            {
                Say(online: !_leaving);
            }
        }

        if (state.Connected != _told)
        {
            _told = state.Connected;
            ConnectedChanged?.Invoke(_told);
        }
    }

    private void OnMessage(MqttMessage message)
    {
        switch (SparkplugTopic.Parse(message.Topic))
        {
            case null:
                Refuse(message.Topic, "not a Sparkplug topic");
                break;
            case { Type: MessageType.State } state:
                OnState(state.Node, message);
                break;
            case { Type: MessageType.NodeCommand or MessageType.DeviceCommand }:
                break;
            case var topic when message.Retained:
                Refuse(topic.ToString(), "kept by the broker: not news");
                break;
            case var topic:
                OnNode(topic, message.Payload.Span);
                break;
        }
    }

    /// <summary>
    /// A late will of an earlier session of ours may say that we are gone: we say that we are not. Where our clock went back since, the
    /// nodes would not believe us: we come again, with a will and a word as new as the one they heard.
    /// </summary>
    private void OnState(string host, MqttMessage message)
    {
        if (!string.Equals(host, _hostId, StringComparison.Ordinal) || HostState.Parse(message.Payload) is not { Online: false } state)
        {
            return;
        }

        var newer = false;
        lock (_gate)
        {
            if (!_leaving && state.Timestamp > _saidAt)
            {
                (newer, _saidAt) = (true, state.Timestamp);
            }
            else if (!_leaving && !message.Retained)
            {
                Say(online: true);
            }
        }

        if (newer)
        {
            _link.Reconnect();
        }
    }

    private void OnNode(SparkplugTopic topic, ReadOnlySpan<byte> bytes)
    {
        var key = (topic.Group, topic.Node);
        if (!_nodes.TryGetValue(key, out var node))
        {
            _nodes[key] = node = new NodeView();
        }

        var aliases = topic.Type is MessageType.NodeBirth or MessageType.DeviceBirth ? SparkplugCodec.NoAliases : node.Aliases;
        if (SparkplugCodec.Decode(bytes, topic.Device, aliases, out var problem) is not { } payload)
        {
            Refuse(topic.ToString(), problem);
            return;
        }

        var delivered = topic.Type switch
        {
            MessageType.NodeBirth => OnNodeBirth(node, payload),
            MessageType.NodeDeath => OnNodeDeath(node, payload),
            _ => OnLive(topic, node, payload),
        };
        if (node.NeedsRebirth)
        {
            AskRebirth(topic, node);
        }

        if (delivered is null)
        {
            var death = topic.Type is MessageType.NodeDeath or MessageType.DeviceDeath;
            Received?.Invoke(new HostEvent(topic.Type, topic.Group, topic.Node, topic.Device, death ? payload with { Metrics = [] } : payload));
        }
        else if (delivered.Length > 0)
        {
            Refuse(topic.ToString(), delivered);
        }
    }

    // These three return null to deliver, a reason to refuse, an empty text to pass over in silence.
    private static string? OnNodeBirth(NodeView node, Payload payload)
    {
        if (payload.Seq is null || !payload.IsNamed)
        {
            return "a birth without seq or without names";
        }

        node.Born(payload);
        node.Learn("", payload);
        return null;
    }

    /// <summary>A death counts for the life it names: a will that comes late must not kill the next life.</summary>
    private static string? OnNodeDeath(NodeView node, Payload payload)
    {
        var sequence = StandardMetrics.SequenceOf(payload);
        if (sequence is null)
        {
            return "a death without bdSeq";
        }

        if (node.Alive && node.BirthDeathSequence is { } life && life != sequence)
        {
            return "";
        }

        node.Die();
        return null;
    }

    private static string? OnLive(SparkplugTopic topic, NodeView node, Payload payload)
    {
        node.Count(payload.Seq);
        if (!payload.IsNamed)
        {
            node.Missed();
            return "unknown alias";
        }

        if (topic.Type == MessageType.DeviceBirth)
        {
            node.Learn(topic.Device, payload);
        }

        return null;
    }

    private void AskRebirth(SparkplugTopic topic, NodeView node)
    {
        var now = _real.GetTimestamp();
        if (node.Asked is { } asked && _real.GetElapsedTime(asked, now) < BetweenRebirths)
        {
            return;
        }

        if (Command(topic.Group, topic.Node, "", [StandardMetrics.OfRebirth(true)]))
        {
            node.Asked = now;
            _log.LogInformation("Asked {Group}/{Node} for a rebirth", topic.Group, topic.Node);
        }
    }

    private void Refuse(string topic, string problem)
    {
        Interlocked.Increment(ref _refused);
        _log.LogDebug("Message on {Topic} refused: {Problem}", topic, problem);
    }
}
