using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Messaging.Mqtt;

namespace Telemetry.Messaging.Tests.Brokers;

/// <summary>A link to a test's broker and all it told.</summary>
internal sealed class Heard : IDisposable
{
    private readonly ConcurrentQueue<MqttMessage> _messages = new();
    private readonly ConcurrentQueue<MqttLinkState> _states = new();

    internal Heard(MqttLinkOptions options)
    {
        Link = new MosquittoLink(options, NullLogger.Instance);
        Link.Received += _messages.Enqueue;
        Link.StateChanged += _states.Enqueue;
    }

    internal MosquittoLink Link { get; }

    internal IReadOnlyList<MqttMessage> Messages => [.. _messages];

    internal IReadOnlyList<MqttLinkState> States => [.. _states];

    internal static MqttLinkOptions Options(Broker broker, string client) => new()
    {
        Host = "127.0.0.1",
        Port = broker.Port,
        ClientId = client,
        ReconnectMin = TimeSpan.FromMilliseconds(50),
        ReconnectMax = TimeSpan.FromMilliseconds(400),
    };

    /// <summary>A link that is up, with its subscriptions.</summary>
    internal static Heard Connected(Broker broker, string client, params string[] filters) => Connected(Options(broker, client), filters);

    internal static Heard Connected(MqttLinkOptions options, params string[] filters)
    {
        var heard = new Heard(options);
        foreach (var filter in filters)
        {
            heard.Link.Subscribe(filter, 1);
        }

        heard.Link.Start();
        Until.True(() => heard.Link.IsConnected, $"{options.ClientId} is connected: {string.Join(", ", heard.States)}");
        return heard;
    }

    internal bool Has(string topic, string text) =>
        _messages.Any(message => message.Topic == topic && Encoding.UTF8.GetString(message.Payload.Span) == text);

    public void Dispose() => Link.Dispose();
}
