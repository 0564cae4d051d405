using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Telemetry.Messaging.Mqtt;

/// <summary>A link to one broker over Eclipse libmosquitto, on a thread of its own that outlives every failure.</summary>
/// <remarks>
/// What was handed to the broker and not yet acknowledged when the link breaks is gone: confirmation is the business of the caller.
/// At most a thousand messages or 8 MiB wait to be sent or acknowledged; beyond that the link refuses.
/// </remarks>
public sealed class MosquittoLink : IMqttLink, IConnectionEvents
{
    private static readonly TimeSpan AcceptTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LeaveTimeout = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromMilliseconds(900);
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(5);
    private readonly MqttLinkOptions _options;
    private readonly ILogger _log;
    private readonly SocketWait _wait = new();
    private readonly Backoff _backoff;
    private readonly Thread _thread;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _subscriptions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ended = new(StringComparer.Ordinal);
    private volatile MosquittoConnection? _connection;
    private volatile bool _stopping;
    private volatile bool _leaving;
    private volatile bool _connected;
    private string _lastReason = "";
    private int _family;
    private int _started;
    private readonly Gathering _gather;
    private int _gathering;
    private int _gathered;

    /// <summary>Prepares a link; nothing is connected before <see cref="Start"/>.</summary>
    /// <exception cref="DllNotFoundException">libmosquitto is not installed; the message says what to type.</exception>
    public MosquittoLink(MqttLinkOptions options, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Port is < 1 or > 65535 || options.KeepAliveSeconds is < 5 or > 3600)
        {
            throw new ArgumentOutOfRangeException(nameof(options), "Port is 1 to 65535, KeepAliveSeconds 5 to 3600.");
        }

        Mosquitto.EnsureLoaded();
        (_options, _log) = (options, log);
        _gather = new Gathering(this);
        _backoff = new Backoff(options.ReconnectMin, options.ReconnectMax, Random.Shared.NextDouble);
        _thread = new Thread(Run) { IsBackground = true, Name = $"mqtt {options.ClientId}" };
    }

    /// <inheritdoc />
    public event Action<MqttMessage>? Received;

    /// <inheritdoc />
    public event Action<MqttLinkState>? StateChanged;

    /// <inheritdoc />
    public bool IsConnected => _connected;

    /// <inheritdoc />
    public void Start()
    {
        ObjectDisposedException.ThrowIf(_stopping, this);
        if (Interlocked.Exchange(ref _started, 1) == 0)
        {
            _thread.Start();
        }
    }

    /// <inheritdoc />
    public void Subscribe(string filter, int qos)
    {
        lock (_gate)
        {
            _subscriptions[filter] = qos;
            _ended.Remove(filter);
            if (_connected)
            {
                _connection?.Subscribe(filter, qos);
            }
        }

        _wait.Wake();
    }

    /// <inheritdoc />
    public void Unsubscribe(string filter)
    {
        lock (_gate)
        {
            _subscriptions.Remove(filter);
            _ended.Add(filter);
            if (_connected)
            {
                _connection?.Unsubscribe(filter);
            }
        }

        _wait.Wake();
    }

    /// <inheritdoc />
    public bool Publish(string topic, ReadOnlySpan<byte> payload, int qos, bool retain)
    {
        if (string.IsNullOrEmpty(topic) || topic.AsSpan().IndexOfAny('+', '#', '\0') >= 0)
        {
            throw new ArgumentException($"'{topic}' is not a topic one can publish to.", nameof(topic));
        }

        if (!_connected || _leaving || _stopping || _connection?.Publish(topic, payload, qos, retain) != true)
        {
            return false;
        }

        if (Volatile.Read(ref _gathering) > 0)
        {
            Interlocked.Exchange(ref _gathered, 1);
        }

        // Looked at again: whoever gathered may just have let go.
        if (Volatile.Read(ref _gathering) == 0 && Thread.CurrentThread != _thread)
        {
            _wait.Wake();
        }

        return true;
    }

    /// <inheritdoc />
    public IDisposable Gather()
    {
        Interlocked.Increment(ref _gathering);
        return _gather;
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _gathering) == 0 && Interlocked.Exchange(ref _gathered, 0) != 0)
        {
            _wait.Wake();
        }
    }

    /// <inheritdoc />
    public void Reconnect()
    {
        _leaving = true;
        _wait.Wake();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _stopping = true;
        _wait.Wake();
        if (Interlocked.Exchange(ref _started, 1) == 0)
        {
            _wait.Dispose();
        }
        else if (Thread.CurrentThread != _thread)
        {
            // A name look-up cannot be interrupted: the thread then ends by itself and cleans up.
            _ = _thread.Join(StopTimeout);
        }
    }

    void IConnectionEvents.OnAccepted(bool sessionKept)
    {
        lock (_gate)
        {
            foreach (var filter in _ended)
            {
                _ = _connection?.Unsubscribe(filter);
            }

            foreach (var (filter, qos) in _subscriptions)
            {
                _ = _connection?.Subscribe(filter, qos);
            }

            // Last: what is published once connected must find the subscriptions as they are asked for.
            _connected = true;
        }

        _log.LogInformation("Connected to the broker at {Host}:{Port}", _options.Host, _options.Port);
        _lastReason = "";
        Raise(new MqttLinkState(true, "", sessionKept));
    }

    void IConnectionEvents.OnMessage(MqttMessage message) => Received?.Invoke(message);

    void IConnectionEvents.OnProblem(string problem) =>
        _log.LogWarning("Broker at {Host}:{Port}: {Problem}", _options.Host, _options.Port, problem);

    void IConnectionEvents.OnHandlerFailed(Exception problem) => _log.LogError(problem, "A handler of the MQTT link failed");

    private void Run()
    {
        try
        {
            while (!_stopping)
            {
                var start = TimeProvider.System.GetTimestamp();
                var reason = Guarded(Live);
                if (TimeProvider.System.GetElapsedTime(start) >= Held)
                {
                    _backoff.Reset();
                }

                Lost(reason);
                Pause(_backoff.Next());
            }
        }
        finally
        {
            _wait.Dispose();
        }
    }

    /// <summary>One connection from its attempt to its end; returns why it ended.</summary>
    private string Live()
    {
        _leaving = false;
        var bind = BindAddress();
        using var connection = new MosquittoConnection(_options, this);
        _connection = connection;
        if (connection.Open(_options, _options.Will?.Invoke(), bind) is { } problem)
        {
            _family++;
            return problem;
        }

        var start = TimeProvider.System.GetTimestamp();
        while (!_stopping && !_leaving)
        {
            if (connection.Turn(_wait, 1000) is { } ended)
            {
                _family += connection.Accepted ? 0 : 1;
                return ended;
            }

            if (connection.HasRead && _options.ReadTogether > TimeSpan.Zero)
            {
                _ = _wait.Wait(-1, 0, (int)_options.ReadTogether.TotalMilliseconds);
            }

            if (!connection.Accepted && TimeProvider.System.GetElapsedTime(start) > AcceptTimeout)
            {
                _family++;
                return "the broker did not answer in 10 s";
            }
        }

        connection.Leave(_wait, LeaveTimeout);
        return _stopping ? "closed" : "closed to connect again";
    }

    /// <summary>
    /// The library tries one address at an attempt. Where a name has addresses of both families, each attempt takes the other
    /// family until one is accepted.
    /// </summary>
    private string? BindAddress()
    {
        if (IPAddress.TryParse(_options.Host, out _))
        {
            return null;
        }

        var families = Dns.GetHostAddresses(_options.Host).Select(address => address.AddressFamily).Distinct().ToList();
        return families.Count < 2 ? null : families[_family % families.Count] == AddressFamily.InterNetwork ? "0.0.0.0" : "::";
    }

    private static string Guarded(Func<string> live)
    {
        try
        {
            return live();
        }
#pragma warning disable CA1031 // Whatever fails here (name look-up, the caller's will), the link tries again.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            return problem.Message;
        }
    }

    private void Lost(string reason)
    {
        lock (_gate)
        {
            _connected = false;
            _connection = null;
        }

        if (_stopping || string.Equals(reason, _lastReason, StringComparison.Ordinal))
        {
            _log.LogDebug("Broker at {Host}:{Port}: {Reason}", _options.Host, _options.Port, reason);
        }
        else
        {
            _log.LogWarning("Broker at {Host}:{Port}: {Reason}", _options.Host, _options.Port, reason);
        }

        _lastReason = reason;
        Raise(new MqttLinkState(false, reason));
    }

    private void Pause(TimeSpan pause)
    {
        var start = TimeProvider.System.GetTimestamp();
        for (var left = pause; !_stopping && left > TimeSpan.Zero; left = pause - TimeProvider.System.GetElapsedTime(start))
        {
            _ = _wait.Wait(-1, 0, (int)Math.Ceiling(left.TotalMilliseconds));
        }
    }

    private void Raise(MqttLinkState state)
    {
        try
        {
            StateChanged?.Invoke(state);
        }
#pragma warning disable CA1031 // A handler's fault is not the link's end.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            ((IConnectionEvents)this).OnHandlerFailed(problem);
        }
    }

    private sealed class Gathering(MosquittoLink link) : IDisposable
    {
        public void Dispose() => link.Release();
    }
}
