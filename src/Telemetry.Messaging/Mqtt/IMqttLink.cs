namespace Telemetry.Messaging.Mqtt;

/// <summary>One connection to one MQTT broker, kept alive by its own thread.</summary>
/// <remarks>
/// Never queues offline: what cannot be sent now is refused, for the outbox keeps it. Subscriptions are renewed at each
/// connection. Events are raised on the link's thread, one at a time: handlers must be quick and must not throw.
/// </remarks>
public interface IMqttLink : IDisposable
{
    /// <summary>Raised for each message received, retained ones included and marked.</summary>
    event Action<MqttMessage>? Received;

    /// <summary>Raised when the link comes up, goes down or fails to come up, with the reason.</summary>
    event Action<MqttLinkState>? StateChanged;

    /// <summary>True from the broker's acceptance to the first sign of loss.</summary>
    bool IsConnected { get; }

    /// <summary>Starts to connect, and keeps trying until disposed.</summary>
    void Start();

    /// <summary>Adds a subscription now and at every later connection.</summary>
    void Subscribe(string filter, int qos);

    /// <summary>Ends a subscription, be it one that only a session kept by the broker still knows.</summary>
    void Unsubscribe(string filter);

    /// <summary>Hands a message to the broker.</summary>
    /// <returns>False when the link is down or refuses: nothing was kept, send again later.</returns>
    bool Publish(string topic, ReadOnlySpan<byte> payload, int qos, bool retain);

    /// <summary>Begins to gather what is published, so that it leaves together; dispose the result to let it leave.</summary>
    IDisposable? Gather() => null;

    /// <summary>Closes the connection on purpose (no will), then connects again by the usual rule.</summary>
    void Reconnect();
}
