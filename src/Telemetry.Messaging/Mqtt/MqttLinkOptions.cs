namespace Telemetry.Messaging.Mqtt;

/// <summary>Where and how to connect.</summary>
public sealed record MqttLinkOptions
{
    /// <summary>Broker host name or address.</summary>
    public required string Host { get; init; }

    /// <summary>Broker port, 1 to 65535.</summary>
    public required int Port { get; init; }

    /// <summary>Client identifier, unique at the broker.</summary>
    public required string ClientId { get; init; }

    /// <summary>User name; null for none.</summary>
    public string? User { get; init; }

    /// <summary>Password; null for none.</summary>
    public string? Password { get; init; }

    /// <summary>Keep-alive, seconds, 5 to 3600.</summary>
    public int KeepAliveSeconds { get; init; } = 15;

    /// <summary>False to let the broker keep subscriptions and QoS 1 messages while we are away.</summary>
    public bool CleanSession { get; init; } = true;

    /// <summary>How long the broker is asked to keep that session while we are away; said in MQTT 5 only, in 3.1.1 the broker decides.</summary>
    public TimeSpan SessionKept { get; init; }

    /// <summary>The version of the protocol.</summary>
    public MqttVersion Version { get; init; } = MqttVersion.V311;

    /// <summary>Asked just before each connection attempt, for a will may change from one to the next.</summary>
    public Func<MqttWill?>? Will { get; init; }

    /// <summary>Certificate authority file for TLS; null for a plain connection.</summary>
    public string? CaFile { get; init; }

    /// <summary>Client certificate file for TLS; null for none.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>Key of the client certificate; null for none.</summary>
    public string? KeyFile { get; init; }

    /// <summary>After messages were read, how long more are let come before they are read together: many devices that speak at any moment then wake nobody
    /// for each. What we publish does not wait. Zero to read each at once.</summary>
    public TimeSpan ReadTogether { get; init; } = TimeSpan.Zero;

    /// <summary>First wait before a reconnection; doubles up to <see cref="ReconnectMax"/>, with jitter.</summary>
    public TimeSpan ReconnectMin { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Longest wait before a reconnection.</summary>
    public TimeSpan ReconnectMax { get; init; } = TimeSpan.FromSeconds(15);
}
