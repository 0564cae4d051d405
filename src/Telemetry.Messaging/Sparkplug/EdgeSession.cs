using Microsoft.Extensions.Logging;
using Telemetry.Messaging.Mqtt;

namespace Telemetry.Messaging.Sparkplug;

/// <summary>What a gateway is to Sparkplug: born, telling, commanded, dead.</summary>
/// <remarks>
/// Data for a device that was told dead is sent all the same: what was measured before must still arrive. A rebirth raises
/// <see cref="OnlineChanged"/> with true again, without a false before it.
/// </remarks>
public sealed class EdgeSession : IEdgeSession
{
    private readonly EdgeOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly IMqttLink _link;
    private readonly Lock _gate = new();
    private readonly AliasBook _aliases = new();
    private readonly MetricWriter _writer;
    private readonly string? _stateTopic;
    private byte _bdSeq;
    private byte _seq;
    private bool _born;
    private volatile bool _online;
    private bool _told;
    private long _hostSaid = long.MinValue;

    /// <summary>Prepares the session; nothing is connected before <see cref="Start"/>.</summary>
    /// <param name="options">What the node is.</param>
    /// <param name="link">Makes the link, given the will to ask for at each connection.</param>
    /// <param name="clock">The civil clock: instants in payloads.</param>
    /// <param name="log">Where refusals and rebirths are told.</param>
    public EdgeSession(EdgeOptions options, Func<Func<MqttWill?>, IMqttLink> link, TimeProvider clock, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(link);
        if (!SparkplugTopic.IsId(options.Group) || !SparkplugTopic.IsId(options.Node)
            || (options.PrimaryHost is not null && !SparkplugTopic.IsId(options.PrimaryHost)))
        {
            throw new ArgumentException("Group, node and host ids must not be empty nor contain + / or #.", nameof(options));
        }

        (_options, _clock, _log) = (options, clock, log);
        _writer = new MetricWriter(_aliases);
        _stateTopic = options.PrimaryHost is null ? null : SparkplugTopic.State(options.PrimaryHost);
        _link = link(Will);
        _link.StateChanged += OnLink;
        _link.Received += OnMessage;
        _link.Subscribe(Topic(MessageType.NodeCommand, ""), 1);
        _link.Subscribe(Topic(MessageType.DeviceCommand, "+"), 1);
        if (_stateTopic is not null)
        {
            _link.Subscribe(_stateTopic, 1);
        }
    }

    /// <inheritdoc />
    public event Action<bool>? OnlineChanged;

    /// <inheritdoc />
    public event Action<SparkplugCommand>? Commanded;

    /// <inheritdoc />
    public bool IsOnline => _online;

    /// <inheritdoc />
    public void Start() => _link.Start();

    /// <inheritdoc />
    public bool Publish(string device, IReadOnlyList<Metric> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        lock (_gate)
        {
            return _online && Send(
                device.Length == 0 ? MessageType.NodeData : MessageType.DeviceData, device,
                [.. metrics.Select(metric => _aliases.Shorten(device, metric))]);
        }
    }

    /// <inheritdoc />
    public bool Publish(string device, Action<IMetricWriter> write)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(write);
        lock (_gate)
        {
            if (!_online)
            {
                return false;
            }

            _writer.Begin(device, _clock.GetUtcNow());
            write(_writer);
            return Deliver(device.Length == 0 ? MessageType.NodeData : MessageType.DeviceData, device, _writer.End(_seq));
        }
    }

    /// <inheritdoc />
    public IDisposable? Gather() => _link.Gather();

    /// <inheritdoc />
    public bool PublishDeviceDeath(string device)
    {
        lock (_gate)
        {
            return _online && Send(MessageType.DeviceDeath, Named(device), []);
        }
    }

    /// <inheritdoc />
    public bool PublishDeviceBirth(string device)
    {
        if (!_options.Births().TryGetValue(Named(device), out var metrics))
        {
            throw new ArgumentException($"The births know no device '{device}'.", nameof(device));
        }

        lock (_gate)
        {
            return _online && SendBirth(MessageType.DeviceBirth, device, metrics);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Die();
        _link.Dispose();
    }

    private static string Named(string device) =>
        SparkplugTopic.IsId(device) ? device : throw new ArgumentException($"'{device}' is not a device id.", nameof(device));

    private string Topic(MessageType type, string device) => new SparkplugTopic(type, _options.Group, _options.Node, device).ToString();

    private MqttWill Will()
    {
        var sequence = _options.NextBirthDeathSequence();
        lock (_gate)
        {
            _bdSeq = sequence;
            return new MqttWill(Topic(MessageType.NodeDeath, ""), Death(), Qos: 1, Retain: false);
        }
    }

    private byte[] Death() => SparkplugCodec.Encode(new Payload
    {
        Timestamp = _clock.GetUtcNow(),
        Metrics = [StandardMetrics.OfSequence(_bdSeq)],
    });

    private void OnLink(MqttLinkState state)
    {
        if (!state.Connected)
        {
            lock (_gate)
            {
                _born = false;
            }

            GoOffline();
        }
        else if (_stateTopic is null)
        {
            BeBorn();
        }
    }

    private void OnMessage(MqttMessage message)
    {
        if (string.Equals(message.Topic, _stateTopic, StringComparison.Ordinal))
        {
            OnHostState(message);
        }
        else if (SparkplugTopic.Parse(message.Topic) is { Type: MessageType.NodeCommand or MessageType.DeviceCommand } topic)
        {
            OnCommand(topic.Device, message);
        }
    }

    private void OnHostState(MqttMessage message)
    {
        if (HostState.Parse(message.Payload) is not { } state)
        {
            _log.LogWarning("The STATE of host {Host} cannot be read", _options.PrimaryHost);
            return;
        }

        // What the broker kept is the truth of the moment; after it, an older word never overrules a newer one.
        if (!message.Retained && state.Timestamp < _hostSaid)
        {
            return;
        }

        _hostSaid = state.Timestamp;
        if (state.Online && !_online)
        {
            BeBorn();
        }
        else if (!state.Online && Die())
        {
            _log.LogInformation("Host {Host} went offline: waiting for it", _options.PrimaryHost);
            _link.Reconnect();
        }
    }

    private void OnCommand(string device, MqttMessage message)
    {
        Payload? payload;
        string problem;
        lock (_gate)
        {
            payload = SparkplugCodec.Decode(message.Payload.Span, device, _aliases.Known, out problem);
        }

        if (payload is null || !payload.IsNamed)
        {
            _log.LogWarning("Command on {Topic} refused: {Problem}", message.Topic, payload is null ? problem : "unknown alias");
            return;
        }

        var rebirth = device.Length == 0 ? payload.Metrics.FirstOrDefault(IsRebirth) : null;
        if (rebirth is not null && !message.Retained && rebirth.Value is true && _online)
        {
            _log.LogInformation("A host asked for a rebirth");
            BeBorn();
        }

        IReadOnlyList<Metric> rest = rebirth is null ? payload.Metrics : [.. payload.Metrics.Where(metric => !IsRebirth(metric))];
        if (rest.Count > 0)
        {
            Commanded?.Invoke(new SparkplugCommand(device, rest, message.Retained));
        }
    }

    private static bool IsRebirth(Metric metric) => string.Equals(metric.Name, StandardMetrics.Rebirth, StringComparison.Ordinal);

    /// <summary>NBIRTH and every DBIRTH, with data held back meanwhile.</summary>
    private void BeBorn()
    {
        try
        {
            var births = _options.Births();
            lock (_gate)
            {
                _online = false;
                _seq = 0;
                var node = births.GetValueOrDefault("") ?? [];
                _born = SendBirth(MessageType.NodeBirth, "", [StandardMetrics.OfSequence(_bdSeq), StandardMetrics.OfRebirth(false), .. node]);
                _online = _born && births.Where(birth => birth.Key.Length > 0)
                    .All(birth => SendBirth(MessageType.DeviceBirth, birth.Key, birth.Value));
            }
        }
#pragma warning disable CA1031 // Births come from the caller: their fault is told, and the next connection tries again.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            _log.LogError(problem, "Births of {Node} failed", _options.Node);
        }

        if (_online)
        {
            _told = true;
            OnlineChanged?.Invoke(true);
        }
        else
        {
            // Half born is not born: leave and start again.
            Die();
            _link.Reconnect();
        }
    }

    private bool SendBirth(MessageType type, string device, IReadOnlyList<Metric> metrics) =>
        Send(type, device, [.. metrics.Select(metric => Introduced(device, metric))]);

    // The sequence of births is told by its name in wills too, so it has no alias.
    private Metric Introduced(string device, Metric metric) =>
        string.Equals(metric.Name, StandardMetrics.BirthDeathSequence, StringComparison.Ordinal) ? metric : _aliases.Introduce(device, metric);

    private bool Send(MessageType type, string device, IReadOnlyList<Metric> metrics)
    {
        var payload = new Payload { Timestamp = _clock.GetUtcNow(), Seq = _seq, Metrics = metrics };
        return Deliver(type, device, SparkplugCodec.Encode(payload));
    }

    private bool Deliver(MessageType type, string device, ReadOnlySpan<byte> payload)
    {
        if (!_link.Publish(Topic(type, device), payload, qos: 0, retain: false))
        {
            return false;
        }

        _seq = _seq == byte.MaxValue ? (byte)0 : (byte)(_seq + 1);
        return true;
    }

    /// <summary>Says NDEATH where we were born; returns whether we were.</summary>
    private bool Die()
    {
        bool wasBorn;
        lock (_gate)
        {
            wasBorn = _born;
            _born = false;
            _ = wasBorn && _link.Publish(Topic(MessageType.NodeDeath, ""), Death(), qos: 1, retain: false);
        }

        GoOffline();
        return wasBorn;
    }

    private void GoOffline()
    {
        bool told;
        lock (_gate)
        {
            _online = false;
            (told, _told) = (_told, false);
        }

        if (told)
        {
            OnlineChanged?.Invoke(false);
        }
    }
}
