using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Telemetry.Messaging.Mqtt;

/// <summary>One attempt of a link: one libmosquitto instance from its making to its end, driven by the link's thread.</summary>
/// <remarks>
/// Only the link's thread connects, reads, writes and destroys; other threads only publish and subscribe, which queue under the
/// library's own locks. The TLS state is therefore touched by one thread.
/// </remarks>
internal sealed unsafe class MosquittoConnection : IDisposable
{
    internal const int MaxInFlight = 1000;
    internal const int MaxBytesInFlight = 8 << 20;
    private const int MostReads = 64;

    /// <summary>Below the messages that a broker has on their way at once, 20 by default: beyond those it waits for our acknowledgements.</summary>
    private const int Flood = 16;
    private const int BetweenLooks = 500;
    private readonly IConnectionEvents _events;
    private readonly bool _tls;
    private readonly Lock _gate = new();
    private readonly Dictionary<int, int> _inFlight = [];
    private GCHandle _self;
    private nint _native;
    private int _bytesInFlight;
    private string _lastError = "";
    private string _refusal = "";
    private bool _opened;
    private bool _more;
    private int _waiting;
    private long _messages;
    private long _lookedAt;

    internal MosquittoConnection(MqttLinkOptions options, IConnectionEvents events)
    {
        (_events, _tls) = (events, options.CaFile is not null);
        _self = GCHandle.Alloc(this);
        _native = Mosquitto.New(options.ClientId, options.CleanSession, GCHandle.ToIntPtr(_self));
        if (_native == 0)
        {
            _self.Free();
            throw new InvalidOperationException($"The client id '{options.ClientId}' was refused: {Mosquitto.Error(Mosquitto.SystemError)}");
        }

        _ = Mosquitto.SetThreaded(_native, true);
        _ = Mosquitto.SetOption(_native, Mosquitto.TcpNoDelay, 1);
        _ = Mosquitto.SetOption(_native, Mosquitto.ProtocolVersion, (int)options.Version);
        Mosquitto.OnConnect(_native, &OnConnect);
        Mosquitto.OnDisconnect(_native, &OnDisconnect);
        Mosquitto.OnPublish(_native, &OnPublish);
        Mosquitto.OnSubscribe(_native, &OnSubscribe);
        Mosquitto.OnMessage(_native, &OnMessage);
        Mosquitto.OnLog(_native, &OnLog);
    }

    /// <summary>True once the broker accepted us.</summary>
    internal bool Accepted { get; private set; }

    /// <summary>Whether the last turn read messages, and not so many that more must already wait; they are acknowledged by then.</summary>
    internal bool HasRead { get; private set; }

    /// <summary>Starts to connect without waiting; returns what went wrong at once, or null.</summary>
    internal string? Open(MqttLinkOptions options, MqttWill? will, string? bindAddress)
    {
        var code = Mosquitto.SetUser(_native, options.User, options.Password);
        if (code == Mosquitto.Success && options.CaFile is not null)
        {
            code = Mosquitto.SetTls(_native, options.CaFile, null, options.CertificateFile, options.KeyFile, 0);
            if (code != Mosquitto.Success)
            {
                return $"the certificate files cannot be used ({options.CaFile}, {options.CertificateFile ?? "no certificate"}, "
                    + $"{options.KeyFile ?? "no key"}): {Mosquitto.Error(code)}";
            }
        }

        if (code == Mosquitto.Success && will is not null)
        {
            fixed (byte* payload = will.Payload.Span)
            {
                code = Mosquitto.SetWill(_native, will.Topic, will.Payload.Length, payload, will.Qos, will.Retain);
            }
        }

        if (code == Mosquitto.Success && options is { Version: MqttVersion.V5, CleanSession: false })
        {
            using var properties = PropertyList.Of(options.SessionKept);
            Mosquitto.KeepConnectProperties(_native, properties.First);
        }

        if (code == Mosquitto.Success)
        {
            code = Mosquitto.Connect(_native, options.Host, options.Port, options.KeepAliveSeconds, bindAddress);
        }

        return code <= Mosquitto.Success ? null : Explain(code);
    }

    /// <summary>Waits for the socket or a wake-up and does what is due; returns why the connection ended, or null.</summary>
    internal string? Turn(SocketWait wait, int milliseconds)
    {
        var socket = Mosquitto.Socket(_native);
        if (socket < 0)
        {
            return Explain(Mosquitto.NoConnection);
        }

        var writing = Mosquitto.WantsToWrite(_native) || !_opened;
        var happened = wait.Wait(socket, writing ? (short)(SocketWait.Readable | SocketWait.Writable) : SocketWait.Readable, _more ? 0 : milliseconds);
        if (IsLost(happened))
        {
            return SocketWait.ErrorOf(socket) is { Length: > 0 } error ? error : "the connection was lost";
        }

        _opened |= (happened & SocketWait.Writable) != 0;

        // During a TLS handshake it is the library's read that carries on, also when the socket became writable.
        var reading = (happened & SocketWait.Readable) != 0 || _more || (happened != 0 && _tls && !Accepted);
        var before = _messages;
        var code = reading ? ReadAll() : Mosquitto.Success;
        HasRead = _messages != before && _messages - before < Flood;
        if (code == Mosquitto.Success && ((happened & SocketWait.Writable) != 0 || (HasRead && Mosquitto.WantsToWrite(_native))))
        {
            code = WriteAll(socket);
        }

        var now = Environment.TickCount64;
        if (code == Mosquitto.Success && Mosquitto.Socket(_native) >= 0 && now - _lookedAt >= BetweenLooks)
        {
            _lookedAt = now;
            code = Mosquitto.KeepAlive(_native);
        }

        return code == Mosquitto.Success && Mosquitto.Socket(_native) >= 0 ? null : Explain(code);
    }

    /// <summary>Sends what is queued, then DISCONNECT, within a bound: the broker then forgets the will.</summary>
    /// <remarks>
    /// Two traps, both of which would have the broker tell our will. Once it means to leave, the library takes an answer on its way for
    /// an error and closes without DISCONNECT: so nothing is read any more. And it closes as soon as DISCONNECT is written: with an answer
    /// unread the system would then reset the connection, and the broker lose what it had not read. So we hold the connection ourselves
    /// until the broker closes it.
    /// </remarks>
    internal void Leave(SocketWait wait, TimeSpan bound)
    {
        var start = TimeProvider.System.GetTimestamp();
        using var held = new HeldSocket(Mosquitto.Socket(_native));
        _ = Mosquitto.Disconnect(_native);
        while (Mosquitto.Socket(_native) is >= 0 and var socket && TimeProvider.System.GetElapsedTime(start) < bound)
        {
            var happened = wait.Wait(socket, SocketWait.Writable, 50);
            if (IsLost(happened) || ((happened & SocketWait.Writable) != 0 && Mosquitto.Write(_native, 1) != Mosquitto.Success))
            {
                return;
            }
        }

        held.AwaitEnd(wait, bound - TimeProvider.System.GetElapsedTime(start));
    }

    internal bool Publish(string topic, ReadOnlySpan<byte> payload, int qos, bool retain)
    {
        lock (_gate)
        {
            if (_native == 0 || !Accepted || _inFlight.Count >= MaxInFlight || _bytesInFlight + payload.Length > MaxBytesInFlight)
            {
                return false;
            }

            fixed (byte* bytes = payload)
            {
                if (Mosquitto.Publish(_native, out var id, topic, payload.Length, bytes, qos, retain) != Mosquitto.Success)
                {
                    return false;
                }

                _inFlight[id] = payload.Length;
                _waiting = _inFlight.Count;
                _bytesInFlight += payload.Length;
                return true;
            }
        }
    }

    internal bool Subscribe(string filter, int qos)
    {
        lock (_gate)
        {
            return _native != 0 && Accepted && Mosquitto.Subscribe(_native, out _, filter, qos) == Mosquitto.Success;
        }
    }

    internal bool Unsubscribe(string filter)
    {
        lock (_gate)
        {
            return _native != 0 && Accepted && Mosquitto.Unsubscribe(_native, out _, filter) == Mosquitto.Success;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_native != 0)
            {
                Mosquitto.Destroy(_native);
                _native = 0;
                _self.Free();
            }
        }
    }

    /// <summary>Reads messages as long as they follow each other: devices speak in bursts, and each wait costs more than a message.</summary>
    private int ReadAll()
    {
        var code = Mosquitto.Success;
        _more = true;
        for (var turn = 0; turn < MostReads && _more; turn++)
        {
            var before = _messages;
            code = Mosquitto.Read(_native, 1);
            _more = code == Mosquitto.Success && _messages != before && Mosquitto.Socket(_native) >= 0;
        }

        return code;
    }

    /// <summary>Writes what is queued, several messages in as few segments as may be.</summary>
    private int WriteAll(int socket)
    {
        var together = Volatile.Read(ref _waiting) > 1;
        if (together)
        {
            SocketWait.Hold(socket, held: true);
        }

        var code = Mosquitto.Write(_native, 1);
        if (together && Mosquitto.Socket(_native) == socket)
        {
            SocketWait.Hold(socket, held: false);
        }

        return code;
    }

    // What is still readable is read first, except by a TLS handshake: the library would wait for ever on a connection refused.
    private bool IsLost(short happened) =>
        (happened & SocketWait.Broken) != 0
        || ((happened & SocketWait.HungUp) != 0 && ((happened & SocketWait.Readable) == 0 || (_tls && !Accepted)));

    private string Explain(int code)
    {
        var general = code == Mosquitto.Success ? "the connection was closed" : Mosquitto.Error(code);
        var detail = _refusal.Length > 0 ? _refusal : _lastError;
        return code switch
        {
            Mosquitto.TlsError => string.Create(CultureInfo.InvariantCulture,
                $"TLS failed (authority file, host name, or this machine's clock, which says {TimeProvider.System.GetUtcNow():yyyy-MM-dd}): {(detail.Length > 0 ? detail : general)}"),
            _ => detail.Length > 0 ? detail : general,
        };
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnConnect(nint native, nint context, int code, int flags) => Guarded(context, (code, flags), static (self, said) =>
    {
        if (said.code != Mosquitto.Success)
        {
            self._refusal = $"the broker refused us: {Mosquitto.Refusal(said.code)}";
            return;
        }

        self.Accepted = true;
        self._lastError = "";

        // It is told of every packet, and only of interest while a connection does not come about.
        Mosquitto.OnLog(self._native, null);
        self._events.OnAccepted((said.flags & 1) != 0);
    });

    // The library's own codes come here too, smaller than any reason that a broker gives.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnDisconnect(nint native, nint context, int code) => Guarded(context, code, static (self, code) =>
    {
        if (code >= Mosquitto.FirstReason && self._refusal.Length == 0)
        {
            self._refusal = $"the broker ended the connection: {Mosquitto.Refusal(code)}";
        }
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnPublish(nint native, nint context, int messageId) => Guarded(context, messageId, static (self, messageId) =>
    {
        lock (self._gate)
        {
            if (self._inFlight.Remove(messageId, out var bytes))
            {
                self._bytesInFlight -= bytes;
                self._waiting = self._inFlight.Count;
            }
        }
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnSubscribe(nint native, nint context, int messageId, int count, int* granted)
    {
        for (var i = 0; i < count; i++)
        {
            if (granted[i] >= Mosquitto.FirstReason)
            {
                Guarded(context, granted[i], static (self, code) => self._events.OnProblem(
                    code == Mosquitto.FirstReason ? "the broker refused a subscription" : $"the broker refused a subscription: {Mosquitto.Refusal(code)}"));
            }
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnMessage(nint native, nint context, Mosquitto.Message* message) => Guarded(context, (nint)message, static (self, pointer) =>
    {
        var message = (Mosquitto.Message*)pointer;
        self._messages++;
        var payload = new ReadOnlySpan<byte>(message->Payload, message->Length).ToArray();
        self._events.OnMessage(new MqttMessage(Marshal.PtrToStringUTF8((nint)message->Topic) ?? "", payload, message->Retained != 0));
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnLog(nint native, nint context, int level, byte* text)
    {
        if (level == Mosquitto.LogError)
        {
            Guarded(context, (nint)text, static (self, text) => self.Remember(Marshal.PtrToStringUTF8(text) ?? ""));
        }
    }

    // OpenSSL reports one failure in several lines: the first two say most.
    private void Remember(string error) =>
        _lastError = _lastError.Length is 0 or > 300 ? error : $"{_lastError}; {error}";

    private static void Guarded<T>(nint context, T argument, Action<MosquittoConnection, T> action)
    {
        if (GCHandle.FromIntPtr(context).Target is not MosquittoConnection self)
        {
            return;
        }

        try
        {
            action(self, argument);
        }
#pragma warning disable CA1031 // An exception that left an unmanaged callback would end the process.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            self._events.OnHandlerFailed(problem);
        }
    }
}
