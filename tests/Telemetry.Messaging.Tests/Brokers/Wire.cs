using Telemetry.Messaging.Mqtt;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Messaging.Tests.Brokers;

/// <summary>The far end of a link, in the hands of the test.</summary>
internal sealed class Wire : IMqttLink
{
    private Func<MqttWill?> _will = () => null;

    public event Action<MqttMessage>? Received;

    public event Action<MqttLinkState>? StateChanged;

    public bool IsConnected { get; private set; }

    internal bool IsDisposed { get; private set; }

    internal MqttWill? Will { get; private set; }

    /// <summary>How many more messages it takes before it refuses.</summary>
    internal int Room { get; set; } = int.MaxValue;

    internal int Reconnections { get; private set; }

    internal List<MqttMessage> Sent { get; } = [];

    public void Start()
    {
        Will = _will();
        IsConnected = true;
        StateChanged?.Invoke(new MqttLinkState(true, ""));
    }

    public void Subscribe(string filter, int qos)
    {
    }

    public void Unsubscribe(string filter)
    {
    }

    public bool Publish(string topic, ReadOnlySpan<byte> payload, int qos, bool retain)
    {
        if (!IsConnected || Room-- <= 0)
        {
            return false;
        }

        Sent.Add(new MqttMessage(topic, payload.ToArray(), retain));
        return true;
    }

    public void Reconnect() => Reconnections++;

    public void Dispose() => IsDisposed = true;

    internal Wire With(Func<MqttWill?> will)
    {
        _will = will;
        return this;
    }

    internal void Break()
    {
        IsConnected = false;
        StateChanged?.Invoke(new MqttLinkState(false, "test"));
    }

    internal void Receive(string topic, Payload payload) => Receive(topic, SparkplugCodec.Encode(payload));

    internal void Receive(string topic, byte[] payload, bool retained = false) =>
        Received?.Invoke(new MqttMessage(topic, payload, retained));
}
