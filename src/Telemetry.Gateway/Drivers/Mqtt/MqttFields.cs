using System.Reactive.Concurrency;
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
    private readonly IReadOnlyList<FieldDevice> _devices;
    private readonly FieldTopics _topics;
    private readonly Func<IMqttLink> _connect;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private long _refused;
    private long _complainedAt;
    private string? _reason;
    private long _lateHeard;
    private long _lateWithoutTime;

    internal MqttFields(IReadOnlyCollection<DeviceConfiguration> devices, Func<IMqttLink> connect, TimeProvider clock, ILogger log, IScheduler? scheduler = null)
    {
        (_connect, _clock, _log) = (connect, clock, log);
        _devices = [.. devices.Select(device => new FieldDevice(device))];
        _topics = new FieldTopics(_devices);
        var periods = devices.Where(device => device.Profile.Thin is not null)
            .ToDictionary(device => device.Equipment.Id, device => Pace.Real(clock, device.Profile.Thin!.Value));
        Moments = Observable.Create<IReadOnlyList<Sample>>(Run).Thin(periods, scheduler ?? DefaultScheduler.Instance);
    }

    public IObservable<IReadOnlyList<Sample>> Moments { get; }

    /// <summary>The session that the broker keeps for us; null when what is said while we are away is not wanted.</summary>
    internal (SessionBook Book, CatchUp CatchUp)? Session { get; init; }

    /// <summary>Messages and fields that could not be understood, since the start.</summary>
    internal long Refused => Interlocked.Read(ref _refused);

    /// <summary>What a message says; empty, counted and told, when it cannot be understood.</summary>
    /// <param name="message">The message.</param>
    /// <param name="ask">Sends what a device must be asked.</param>
    /// <param name="late">It waited at the broker.</param>
    internal IReadOnlyList<Sample> Take(MqttMessage message, Action<FieldRequest>? ask = null, bool late = false)
    {
        var devices = _topics.Find(message.Topic);
        if (devices.Count == 0)
        {
            return [];
        }

        List<Sample>? several = devices.Count > 1 ? [] : null;
        IReadOnlyList<Sample> told = several ?? (IReadOnlyList<Sample>)[];
        var heard = new FieldMessage(message.Topic, message.Payload, message.Retained, _clock.GetUtcNow(), late);
        foreach (var device in devices)
        {
            try
            {
                var said = device.Take(heard, out var nonsense, out var request);
                several?.AddRange(said);
                told = several ?? said;
                if (nonsense > 0)
                {
                    Refuse(message.Topic, "a field should hold a number and does not.", nonsense);
                }

                if (request is not null)
                {
                    ask?.Invoke(request);
                }
            }
            catch (FormatException notUnderstood)
            {
                Refuse(message.Topic, notUnderstood.Message, 1);
            }
        }

        return told;
    }

    private IDisposable Run(IObserver<IReadOnlyList<Sample>> observer)
    {
        var link = _connect();
        void Ask(FieldRequest request) => link.Publish(request.Topic, request.Payload.Span, qos: 0, retain: false);
        link.Received += message =>
        {
            if (Hear(message, Ask, link) is { Count: > 0 } samples)
            {
                observer.OnNext(samples);
            }
        };
        link.StateChanged += state => OnLink(state, link);
        Subscribe(link);
        link.Start();
        return Disposable.Create(link.Dispose);
    }

    private IReadOnlyList<Sample> Hear(MqttMessage message, Action<FieldRequest> ask, IMqttLink link)
    {
        // What the broker keeps as state is true now, whatever waited beside it.
        var late = !message.Retained && Session is { } session && session.CatchUp.IsLate;
        if (late && Session!.Value.CatchUp is var catchUp && catchUp.Takes(message, out var again))
        {
            if (!again.IsEmpty)
            {
                link.Publish(catchUp.Topic, again.Span, qos: 1, retain: false);
            }
            else if (!catchUp.IsLate)
            {
                LogCaughtUp(_lateHeard, _lateWithoutTime);
            }

            return [];
        }

        var samples = Take(message, ask, late);
        _lateHeard += late ? 1 : 0;
        _lateWithoutTime += late && samples.Count == 0 ? 1 : 0;
        return samples;
    }

    private void Subscribe(IMqttLink link)
    {
        List<string> wanted = [.. _topics.Filters, .. Session is { } session ? (string[])[session.CatchUp.Topic] : []];
        foreach (var filter in wanted)
        {
            link.Subscribe(filter, 1);
        }

        foreach (var filter in Session?.Book.Dropped(wanted) ?? [])
        {
            link.Unsubscribe(filter);
        }
    }

    private void OnLink(MqttLinkState state, IMqttLink link)
    {
        // Tried for ever, told when it changes.
        if (state.Connected || state.Reason != _reason)
        {
            LogLink(state.Connected ? "up" : "down", state.Reason);
        }

        _reason = state.Reason;
        if (state.Connected && Session is { } session)
        {
            (_lateHeard, _lateWithoutTime) = (0, 0);
            session.Book.Keep([.. _topics.Filters, session.CatchUp.Topic]);
            if (session.CatchUp.Begin(state.SessionKept) is { IsEmpty: false } word)
            {
                link.Publish(session.CatchUp.Topic, word.Span, qos: 1, retain: false);
            }
        }

        foreach (var request in state.Connected ? _devices.SelectMany(device => device.Connected(_clock.GetUtcNow())) : [])
        {
            link.Publish(request.Topic, request.Payload.Span, qos: 0, retain: false);
        }
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

    [LoggerMessage(LogLevel.Information, "Field messages: {Count} had waited at the broker, {Nothing} of them without an instant of their own, which say nothing")]
    private partial void LogCaughtUp(long count, long nothing);

    [LoggerMessage(LogLevel.Information, "Field messages: link {State} {Reason}")]
    private partial void LogLink(string state, string reason);
}
