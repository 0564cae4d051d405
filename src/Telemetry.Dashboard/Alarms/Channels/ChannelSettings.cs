using System.Net;

namespace Telemetry.Dashboard.Alarms.Channels;

/// <summary>Where messages go and with which secrets. From the environment only: no secret stands in a file of the installation.</summary>
internal sealed record ChannelSettings
{
    public const string MailChannel = "mail";
    public const string WebhookChannel = "webhook";
    public const string PushChannel = "push";

    /// <summary>Push services of the browsers people use; a subscription elsewhere is refused.</summary>
    private static readonly string[] KnownPushHosts =
        ["fcm.googleapis.com", ".push.services.mozilla.com", ".notify.windows.com", ".push.apple.com"];

    /// <summary><c>smtps://user@host:465</c>, <c>smtp://user@host:587</c> (STARTTLS, always), <c>smtp+plain://127.0.0.1:25</c> (loopback only).</summary>
    public Uri? Smtp { get; init; }

    public string SmtpPassword { get; init; } = "";

    /// <summary>Who the mail comes from.</summary>
    public string MailFrom { get; init; } = "";

    /// <summary>Mailbox that is told when nobody is on call; empty for none.</summary>
    public string MailFallback { get; init; } = "";

    /// <summary>Where events are posted.</summary>
    public Uri? Webhook { get; init; }

    /// <summary>Key of the signature, at least 24 bytes.</summary>
    public IReadOnlyList<byte> WebhookSecret { get; init; } = [];

    public IReadOnlyList<string> PushHosts { get; init; } = KnownPushHosts;

    /// <summary>PKCS#8 of the key that signs pushes, base64; empty to make one and keep it beside the data.</summary>
    public string VapidKey { get; init; } = "";

    /// <summary>The site's address as people reach it, for links; null when it is not told.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Language of messages: <c>fr</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "fr";

    public bool HasMail => Smtp is not null && MailFrom.Length > 0;

    public bool HasWebhook => Webhook is not null;

    /// <summary>Reads the variables.</summary>
    /// <param name="variable">The value of a variable; null when it is not set.</param>
    /// <exception cref="FormatException">One is set and cannot be used; the message names it and says what to write.</exception>
    public static ChannelSettings From(Func<string, string?> variable)
    {
        string Text(string name) => variable(name)?.Trim() ?? "";
        var smtp = Address(Text("TELEMETRY_SMTP"), "TELEMETRY_SMTP", "smtps://user@host:465", IsMailServer);
        var from = Text("TELEMETRY_MAIL_FROM");
        if (smtp is not null && !MimeKit.MailboxAddress.TryParse(from, out _))
        {
            throw new FormatException("TELEMETRY_MAIL_FROM must be the sender's address when TELEMETRY_SMTP is set, such as alarmes@ville.fr.");
        }

        var webhook = Address(Text("TELEMETRY_WEBHOOK"), "TELEMETRY_WEBHOOK", "https://host/path", IsSafeHttp);
        var secret = Secret(Text("TELEMETRY_WEBHOOK_SECRET"), webhook is not null);
        var hosts = Text("TELEMETRY_PUSH_HOSTS");
        var language = Text("TELEMETRY_ALARM_LANGUAGE");
        return new ChannelSettings
        {
            Smtp = smtp,
            SmtpPassword = variable("TELEMETRY_SMTP_PASSWORD") ?? "",
            MailFrom = from,
            MailFallback = Text("TELEMETRY_ALARM_MAIL"),
            Webhook = webhook,
            WebhookSecret = secret,
            PushHosts = hosts.Length == 0 ? KnownPushHosts : hosts.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            VapidKey = Text("TELEMETRY_VAPID_KEY"),
            PublicAddress = Address(Text("TELEMETRY_PUBLIC_ADDRESS"), "TELEMETRY_PUBLIC_ADDRESS", "https://energie.ville.fr", IsSafeHttp),
            Language = language is "" or "fr" or "en" ? language is "en" ? "en" : "fr" : throw new FormatException("TELEMETRY_ALARM_LANGUAGE must be fr or en."),
        };
    }

    /// <summary>Whether a browser's push address is one we post to: HTTPS at a known push service, never an address of the inside.</summary>
    public bool IsPushAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && IsSafeHttp(uri)
        && PushHosts.Any(host => host.StartsWith('.') ? uri.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase) : uri.Host.Equals(host, StringComparison.OrdinalIgnoreCase));

    private static Uri? Address(string text, string name, string example, Func<Uri, bool> isRight) =>
        text.Length == 0 ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var uri) && isRight(uri) ? uri
        : throw new FormatException($"{name} must be an address such as {example}; without encryption only on 127.0.0.1.");

    private static byte[] Secret(string text, bool needed)
    {
        var bytes = new byte[text.Length];
        var base64 = text.StartsWith("whsec_", StringComparison.Ordinal) ? text[6..] : text;
        if (text.Length > 0 && Convert.TryFromBase64String(base64, bytes, out var length) && length is >= 24 and <= 64)
        {
            return bytes[..length];
        }

        return text.Length == 0 && !needed ? [] : throw new FormatException("TELEMETRY_WEBHOOK_SECRET must be 24 to 64 random bytes in base64, such as openssl rand -base64 32 prints.");
    }

    private static bool IsMailServer(Uri uri) => uri.Scheme is "smtps" or "smtp" || (uri.Scheme == "smtp+plain" && IsLoopback(uri));

    private static bool IsSafeHttp(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IsLoopback(uri));

    private static bool IsLoopback(Uri uri) => IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);
}
