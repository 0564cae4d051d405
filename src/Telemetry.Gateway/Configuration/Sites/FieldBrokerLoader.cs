using System.Globalization;
using Telemetry.Messaging.Mqtt;

namespace Telemetry.Gateway.Configuration;

/// <summary>
/// Reads where field devices publish, when that is not the centre's own broker, and how that is spoken to:
/// <c>fieldBroker: { address: …, user: …, password: ${…}, version: 5, keepHours: 24 }</c>.
/// </summary>
internal static class FieldBrokerLoader
{
    private static readonly string[] OfItsOwn = ["address", "user", "password", "ca", "certificate", "key"];

    /// <summary>The broker, null when the site names none or names it wrongly; and how it is spoken to, which may be said without naming one.</summary>
    internal static (MqttSettings? Broker, FieldSession Session) Read(YamlMap root)
    {
        if (root.Map("fieldBroker") is not { } map)
        {
            return (null, FieldSession.Usual);
        }

        var session = Session(map);
        var broker = Array.Exists(OfItsOwn, map.Has) ? Broker(map) : null;
        map.Done();
        return (broker, session);
    }

    private static FieldSession Session(YamlMap map)
    {
        var version = map.TextOrNull("version");
        if (version is not (null or "3.1.1" or "5"))
        {
            map.Fault("version", $"'version: {version}' is not known: write 3.1.1 or 5.");
        }

        return new FieldSession(version is "5" ? MqttVersion.V5 : MqttVersion.V311, TimeSpan.FromHours(map.Number("keepHours", FieldSession.Usual.Kept.TotalHours, 0, 744)));
    }

    private static MqttSettings? Broker(YamlMap map)
    {
        var ca = FileAt(map, "ca");
        var (host, port) = Address(map, ca is null ? 1883 : 8883);
        var settings = new MqttSettings
        {
            Host = host,
            Port = port,
            User = map.TextOrNull("user"),
            Password = map.TextOrNull("password"),
            CaFile = ca,
            CertificateFile = FileAt(map, "certificate"),
            KeyFile = FileAt(map, "key"),
        };
        if (settings.CertificateFile is null != settings.KeyFile is null)
        {
            map.Fault("certificate", "a client certificate comes with its key: write both certificate: and key:, or none.");
        }

        return host.Length > 0 ? settings : null;
    }

    private static (string Host, int Port) Address(YamlMap map, int usual)
    {
        var text = map.Text("address", "192.168.1.10:1883");
        var colon = text.LastIndexOf(':');
        var hasPort = colon > 0 && (text.IndexOf(':', StringComparison.Ordinal) == colon || text[colon - 1] == ']');
        var host = (hasPort ? text[..colon] : text).Trim('[', ']');
        var port = usual;
        if (text.Length > 0 && (host.Length == 0 || host.Any(char.IsWhiteSpace) || host.Contains('/', StringComparison.Ordinal)
            || (hasPort && (!int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65535))))
        {
            map.Fault("address", $"'address: {text}' must be a host and a port from 1 to 65535: write 192.168.1.10:1883");
            return ("", usual);
        }

        return (host, port);
    }

    private static string? FileAt(YamlMap map, string key)
    {
        var path = map.TextOrNull(key);
        if (path is not null && !File.Exists(path))
        {
            map.Fault(key, $"'{key}: {path}' is not there: give the path of the file.");
        }

        return path;
    }
}
