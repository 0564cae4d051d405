using System.Reactive.Disposables;
using System.Reactive.Linq;
using Microsoft.Extensions.Logging;
using Telemetry.Gateway.Configuration;
using Telemetry.Messaging.Mqtt;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>All publishing devices of a gateway over one link. Nonsense is counted and told once in a while, never fatal.</summary>
internal sealed partial class MqttFields : IDriver
{
    private static readonly TimeSpan BetweenComplaints = TimeSpan.FromSeconds(60);
    private readonly Dictionary<string, FieldDevice> _byTopic = new(StringComparer.Ordinal);
    private readonly Func<IMqttLink> _connect;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private long _refused;
    private long _complainedAt;

    internal MqttFields(IEnumerable<DeviceConfiguration> devices, Func<IMqttLink> connect, TimeProvider clock, ILogger log)
    {
        (_connect, _clock, _log) = (connect, clock, log);
        foreach (var device in devices.Select(device => new FieldDevice(device)))
        {
            foreach (var topic in device.Topics)
            {
                _byTopic[topic] = device;
            }
        }

        Samples = Observable.Create<Sample>(Run);
    }

    public IObservable<Sample> Samples { get; }

    /// <summary>Messages and fields that could not be understood, since the start.</summary>
    internal long Refused => Interlocked.Read(ref _refused);

    /// <summary>What a message says; empty, counted and told, when it cannot be understood.</summary>
    internal IReadOnlyList<Sample> Take(MqttMessage message)
    {
        if (!_byTopic.TryGetValue(message.Topic, out var device))
        {
            return [];
        }

        try
        {
            var samples = device.Take(new FieldMessage(message.Topic, message.Payload, message.Retained, _clock.GetUtcNow()), out var nonsense);
            if (nonsense > 0)
            {
                Refuse(message.Topic, "a field should hold a number and does not.", nonsense);
            }

            return samples;
        }
        catch (Exception notUnderstood) when (notUnderstood is FormatException or InvalidOperationException)
        {
            Refuse(message.Topic, notUnderstood.Message, 1);
            return [];
        }
    }

    private IDisposable Run(IObserver<Sample> observer)
    {
        var link = _connect();
        link.Received += message =>
        {
            foreach (var sample in Take(message))
            {
                observer.OnNext(sample);
            }
        };
        link.StateChanged += state => LogLink(state.Connected ? "up" : "down", state.Reason);
        foreach (var topic in _byTopic.Keys)
        {
            link.Subscribe(topic, 1);
        }

        link.Start();
        return Disposable.Create(link.Dispose);
    }

    private void Refuse(string topic, string why, int count)
    {
        Interlocked.Add(ref _refused, count);
        var now = TimeProvider.System.GetTimestamp();
        if (_complainedAt == 0 || TimeProvider.System.GetElapsedTime(_complainedAt, now) >= BetweenComplaints)
        {
            _complainedAt = now;
            LogNonsense(topic, why, Refused);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Not understood on {Topic}: {Why} ({Count} since the start)")]
    private partial void LogNonsense(string topic, string why, long count);

    [LoggerMessage(LogLevel.Information, "Field messages: link {State} {Reason}")]
    private partial void LogLink(string state, string reason);
}
