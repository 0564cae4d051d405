using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Telemetry.Messaging.Mqtt;

/// <summary>Which broker to use and as whom, the same for every process of an installation.</summary>
public sealed record MqttSettings
{
    /// <summary>The key of <c>HOST:PORT</c>; 127.0.0.1:1883 when absent.</summary>
    public const string BrokerKey = "TELEMETRY_MQTT";

    /// <summary>The key of the user name.</summary>
    public const string UserKey = "TELEMETRY_MQTT_USER";

    /// <summary>The key of the password.</summary>
    public const string PasswordKey = "TELEMETRY_MQTT_PASSWORD";

    /// <summary>The key of the certificate authority file: present, the link is TLS.</summary>
    public const string CaKey = "TELEMETRY_MQTT_CA";

    /// <summary>The key of the client certificate file, for brokers that ask for one.</summary>
    public const string CertificateKey = "TELEMETRY_MQTT_CERT";

    /// <summary>The key of the client certificate's key file.</summary>
    public const string PrivateKeyKey = "TELEMETRY_MQTT_KEY";

    /// <summary>Broker host name or address.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Broker port.</summary>
    public int Port { get; init; } = 1883;

    /// <summary>User name; null for none.</summary>
    public string? User { get; init; }

    /// <summary>Password; null for none.</summary>
    public string? Password { get; init; }

    /// <summary>Certificate authority file for TLS; null for a plain connection.</summary>
    public string? CaFile { get; init; }

    /// <summary>Client certificate file; null for none.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>Key of the client certificate; null for none.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Reads the settings from configuration, which holds the environment.</summary>
    /// <exception cref="FormatException">The address cannot be read, or a file is not there; the message names the key.</exception>
    public static MqttSettings From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Read(key => configuration[key]);
    }

    /// <summary>Reads the settings from the environment.</summary>
    /// <exception cref="FormatException">As <see cref="From"/>.</exception>
    public static MqttSettings FromEnvironment() => Read(Environment.GetEnvironmentVariable);

    /// <summary>What a link needs, for one client.</summary>
    public MqttLinkOptions LinkOptions(string clientId, Func<MqttWill?>? will = null) => new()
    {
        Host = Host,
        Port = Port,
        ClientId = clientId,
        User = User,
        Password = Password,
        CaFile = CaFile,
        CertificateFile = CertificateFile,
        KeyFile = KeyFile,
        Will = will,
    };

    /// <summary>Makes links for a session that says its own will.</summary>
    public Func<Func<MqttWill?>, IMqttLink> LinkFactory(string clientId, ILogger log) =>
        will => new MosquittoLink(LinkOptions(clientId, will), log);

    private static MqttSettings Read(Func<string, string?> read)
    {
        var ca = FileAt(CaKey, read);
        var (host, port) = Address(Text(read(BrokerKey)), ca is null ? 1883 : 8883);
        return new MqttSettings
        {
            Host = host,
            Port = port,
            User = Text(read(UserKey)),
            Password = Text(read(PasswordKey)),
            CaFile = ca,
            CertificateFile = FileAt(CertificateKey, read),
            KeyFile = FileAt(PrivateKeyKey, read),
        };
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? FileAt(string key, Func<string, string?> read) => Text(read(key)) switch
    {
        null => null,
        var path when File.Exists(path) => path,
        var path => throw new FormatException($"{key}: there is no file '{path}'."),
    };

    private static (string Host, int Port) Address(string? text, int usualPort)
    {
        if (text is null)
        {
            return ("127.0.0.1", usualPort);
        }

        // An IPv6 address is written in brackets when a port follows.
        var colon = text.LastIndexOf(':');
        var hasPort = colon >= 0 && (text.IndexOf(':', StringComparison.Ordinal) == colon || text[colon - 1] == ']');
        var host = (hasPort ? text[..colon] : text).Trim('[', ']');
        var port = usualPort;
        var good = host.Length > 0 && !host.Any(char.IsWhiteSpace) && !host.Contains('/', StringComparison.Ordinal);
        if (good && hasPort)
        {
            good = int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65535;
        }

        return good ? (host, port) : throw new FormatException($"{BrokerKey}: '{text}' must be HOST:PORT, such as 127.0.0.1:1883.");
    }
}
