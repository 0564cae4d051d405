using System.Globalization;
using System.Net;
using Lib.Net.Http.WebPush;
using Lib.Net.Http.WebPush.Authentication;
using Telemetry.Analytics.Alarms.OnCall;

namespace Telemetry.Dashboard.Alarms.Channels;

/// <summary>Notifications to the browsers of an account (RFC 8030, 8291, 8292).</summary>
internal sealed class Pusher : IChannel, IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(4);
    private readonly ChannelSettings _settings;
    private readonly ISubscriptions _subscriptions;
    private readonly VapidAuthentication _vapid;
    private readonly PushServiceClient _client;

    public Pusher(ChannelSettings settings, VapidKeys keys, ISubscriptions subscriptions, HttpClient http)
    {
        (_settings, _subscriptions) = (settings, subscriptions);
        var contact = settings.PublicAddress is { Scheme: "https" } site ? site.ToString()
            : MimeKit.MailboxAddress.TryParse(settings.MailFrom, out var sender) ? $"mailto:{sender.Address}" : "mailto:alarmes@localhost";
        _vapid = new VapidAuthentication(keys.PublicKey, keys.PrivateKey) { Subject = contact, Expiration = (int)TimeSpan.FromHours(12).TotalSeconds };
        _client = new PushServiceClient(http) { AutoRetryAfter = false, DefaultAuthentication = _vapid, DefaultAuthenticationScheme = VapidAuthenticationScheme.Vapid };
    }

    public string Name => ChannelSettings.PushChannel;

    public async Task<Delivery> SendAsync(Message message, CancellationToken cancel)
    {
        var deliveries = new List<Delivery>();
        foreach (var browser in _subscriptions.Of(message.Address).Where(one => _settings.IsPushAddress(one.Endpoint)))
        {
            deliveries.Add(await SendAsync(browser, message, cancel));
        }

        // One browser reached is the person reached: sending again would ring twice there.
        return deliveries.Find(one => one.IsSent) ?? deliveries.Find(one => !one.IsHopeless) ?? Delivery.Never("no browser of this account asks to be told");
    }

    public void Dispose() => _vapid.Dispose();

    private async Task<Delivery> SendAsync(Subscription browser, Message message, CancellationToken cancel)
    {
        var subscription = new PushSubscription { Endpoint = browser.Endpoint };
        subscription.SetKey(PushEncryptionKeyName.P256DH, browser.P256dh);
        subscription.SetKey(PushEncryptionKeyName.Auth, browser.Auth);
        try
        {
            await _client.RequestPushMessageDeliveryAsync(
                subscription, new PushMessage(message.Body) { TimeToLive = (int)Life.TotalSeconds, Urgency = PushMessageUrgency.High }, cancel);
            return Delivery.Sent;
        }
        catch (PushServiceClientException gone) when (gone.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            _subscriptions.Remove(browser.Endpoint);
            return Delivery.Never("the browser asks no more to be told");
        }
        catch (PushServiceClientException refused)
        {
            return Delivery.Later(
                string.Create(CultureInfo.InvariantCulture, $"the push service answered {(int)refused.StatusCode}"),
                Webhook.NotBefore(refused.Headers?.RetryAfter, TimeProvider.System.GetUtcNow()));
        }
        catch (Exception wrong) when (wrong is HttpRequestException or IOException or FormatException or System.Security.Cryptography.CryptographicException
            || (wrong is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return Delivery.Later(wrong.Message);
        }
    }
}
