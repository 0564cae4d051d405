using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Telemetry.Analytics.Alarms.OnCall;

namespace Telemetry.Dashboard.Alarms.Channels;

/// <summary>Events posted to one address, signed as the Standard Webhooks specification says: <c>v1,base64(HMAC-SHA256(id.timestamp.body))</c>.</summary>
internal sealed class Webhook(ChannelSettings settings, HttpClient http, TimeProvider realClock) : IChannel
{
    public string Name => ChannelSettings.WebhookChannel;

    public async Task<Delivery> SendAsync(Message message, CancellationToken cancel)
    {
        if (settings.Webhook is not { } address)
        {
            return Delivery.Never("no address is set (TELEMETRY_WEBHOOK)");
        }

        var (id, when) = (string.Create(CultureInfo.InvariantCulture, $"msg_{message.MadeAt.ToUnixTimeMilliseconds():x}_{message.Id}"), realClock.GetUtcNow());
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(message.Body, Encoding.UTF8, "application/json") };
        var timestamp = when.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", Sign([.. settings.WebhookSecret], id, timestamp, message.Body));
        try
        {
            using var answer = await http.SendAsync(request, cancel);
            return answer.IsSuccessStatusCode ? Delivery.Sent
                : answer.StatusCode == HttpStatusCode.Gone ? Delivery.Never("the receiver wants no more (410)")
                : Delivery.Later(string.Create(CultureInfo.InvariantCulture, $"the receiver answered {(int)answer.StatusCode}"), NotBefore(answer.Headers.RetryAfter, when));
        }
        catch (Exception wrong) when (wrong is HttpRequestException or IOException || (wrong is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return Delivery.Later(wrong.Message);
        }
    }

    /// <summary>The signature of a body.</summary>
    internal static string Sign(byte[] secret, string id, string timestamp, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")));

    /// <summary>How long the other end asks to be left alone, an hour at most.</summary>
    internal static TimeSpan? NotBefore(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var asked = header?.Delta ?? (header?.Date is { } date ? date - now : null);
        return asked is { } span ? TimeSpan.FromSeconds(Math.Clamp(span.TotalSeconds, 0, 3600)) : null;
    }
}
