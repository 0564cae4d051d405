using System.Net;
using System.Text.Json;
using Telemetry.Analytics.Alarms.OnCall;
using Telemetry.Dashboard.Alarms;
using Telemetry.Dashboard.Alarms.Channels;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Alarms;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Tests.Alarms;

/// <summary>Settings of the channels, retries, and what messages say. Their delivery to real receivers is tested with the whole town.</summary>
public sealed class ChannelTests
{
    private const string Secret = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 13, 2, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("TELEMETRY_SMTP", "mail.valmont.example")]
    [InlineData("TELEMETRY_SMTP", "smtp+plain://mail.valmont.example:25")]
    [InlineData("TELEMETRY_WEBHOOK", "http://hook.example/x")]
    [InlineData("TELEMETRY_WEBHOOK_SECRET", "court")]
    [InlineData("TELEMETRY_ALARM_LANGUAGE", "de")]
    [InlineData("TELEMETRY_PUBLIC_ADDRESS", "energie.valmont.example")]
    public void Settings_Wrong_NameTheVariable(string name, string value)
    {
        var wrong = Assert.Throws<FormatException>(() => ChannelSettings.From(variable => variable == name ? value : null));

        Assert.Contains(name, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_MailWithoutSender_AndWebhookWithoutSecret_AreRefused()
    {
        Assert.Contains("TELEMETRY_MAIL_FROM", Assert.Throws<FormatException>(() => ChannelSettings.From(name => name == "TELEMETRY_SMTP" ? "smtps://mail.example:465" : null)).Message, StringComparison.Ordinal);
        Assert.Contains("TELEMETRY_WEBHOOK_SECRET", Assert.Throws<FormatException>(() => ChannelSettings.From(name => name == "TELEMETRY_WEBHOOK" ? "https://hook.example/x" : null)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://fcm.googleapis.com/fcm/send/abc", true)]
    [InlineData("https://updates.push.services.mozilla.com/wpush/v2/abc", true)]
    [InlineData("https://web.push.apple.com/abc", true)]
    [InlineData("http://fcm.googleapis.com/fcm/send/abc", false)]
    [InlineData("https://evil.example/fcm.googleapis.com", false)]
    [InlineData("https://evilfcm.googleapis.com.example/", false)]
    [InlineData("https://127.0.0.1/abc", false)]
    [InlineData("https://user@fcm.googleapis.com/abc", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("", false)]
    public void PushAddress_OnlyOfAKnownService(string address, bool known) => Assert.Equal(known, new ChannelSettings().IsPushAddress(address));

    /// <summary>The published example of the Standard Webhooks specification.</summary>
    [Fact]
    public void Webhook_Signature_IsThatOfTheSpecification() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        Webhook.Sign(Convert.FromBase64String(Secret), "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "{\"test\": 2432232314}"));

    [Fact]
    public void Tries_GrowApart_ThenAreGivenUp_AndNoneIsNeededAfterASuccess()
    {
        var message = New();
        var waits = new List<TimeSpan?>();
        for (var tries = 0; tries < 20 && message.NextTry is not null; tries++)
        {
            message = MessageSender.After(message, Delivery.Later("busy"), Noon);
            waits.Add(message.NextTry - Noon);
        }

        Assert.Equal([.. MessageSender.Pauses.Select(pause => (TimeSpan?)pause), null], waits);
        Assert.Equal((9, "busy", null), (message.Tries, message.Trouble, message.SentAt));
        Assert.Equal((null, Noon), (MessageSender.After(New(), Delivery.Sent, Noon).NextTry, MessageSender.After(New(), Delivery.Sent, Noon).SentAt));
        Assert.Null(MessageSender.After(New(), Delivery.Never("gone"), Noon).NextTry);
        Assert.Equal(Noon.AddMinutes(20), MessageSender.After(New(), Delivery.Later("busy", TimeSpan.FromMinutes(20)), Noon).NextTry);
    }

    [Fact]
    public async Task Mailbox_ServerAway_IsTriedLater()
    {
        var settings = new ChannelSettings { Smtp = new Uri("smtp+plain://127.0.0.1:1"), MailFrom = "alarmes@valmont.example" };

        var delivery = await new Mailbox(settings).SendAsync(New(), TestContext.Current.CancellationToken);

        Assert.Equal((false, false), (delivery.IsSent, delivery.IsHopeless));
        Assert.NotEmpty(delivery.Trouble);
    }

    [Fact]
    public void VapidKey_IsMadeOnce_ForNobodyElsesEyes_AndReadAgain()
    {
        var folder = Directory.CreateTempSubdirectory("vapid-");
        var first = new VapidKeys(new ChannelSettings(), folder.FullName);
        var again = new VapidKeys(new ChannelSettings(), folder.FullName);

        Assert.Equal((first.PublicKey, first.PrivateKey), (again.PublicKey, again.PrivateKey));
        Assert.Equal(87, first.PublicKey.Length);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(folder.FullName, "vapid.key")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Throws<FormatException>(() => new VapidKeys(new ChannelSettings { VapidKey = "nonsense" }, folder.FullName));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Composer_ManyAtOnce_IsOneMessage_ThatStaysShort()
    {
        List<AlarmView> views = [.. Enumerable.Range(0, 60).Select(number => View(number == 7 ? Severity.P1 : Severity.P3))];

        Assert.Equal("Urgent — 60 alarmes", AlarmComposer.Subject(views, restored: false, Language.French));
        Assert.Contains("Et 40 de plus.", AlarmComposer.Mail(views, restored: false, new Uri("https://energie.valmont.example"), Language.French), StringComparison.Ordinal);
        Assert.True(System.Text.Encoding.UTF8.GetByteCount(AlarmComposer.Push(views, restored: false, Language.French)) < 3993);
    }

    [Fact]
    public void Composer_One_SaysWhereWhatEffectAndFirstCheck()
    {
        var mail = AlarmComposer.Mail([View(Severity.P2)], restored: false, new Uri("https://energie.valmont.example"), Language.French);

        Assert.Equal("Alarme — École : Brûleur ou automate en défaut", AlarmComposer.Subject([View(Severity.P2)], restored: false, Language.French));
        Assert.Equal("Back to normal — École: Burner or controller in fault", AlarmComposer.Subject([View(Severity.P2)], restored: true, Language.English));
        Assert.Contains("Pour les occupants : il fait froid\nÀ vérifier d'abord : le gaz\n", mail, StringComparison.Ordinal);
        Assert.Contains("https://energie.valmont.example/alarmes/", mail, StringComparison.Ordinal);
        using var push = JsonDocument.Parse(AlarmComposer.Push([View(Severity.P1)], restored: false, Language.French));
        Assert.True(push.RootElement.GetProperty("urgent").GetBoolean());
        Assert.StartsWith("A02-", push.RootElement.GetProperty("tag").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webhook_Redirect_IsNotFollowed()
    {
        using var http = new HttpClient(new Answering(HttpStatusCode.Found));
        var settings = new ChannelSettings { Webhook = new Uri("https://hook.example/x"), WebhookSecret = Convert.FromBase64String(Secret) };

        var delivery = await new Webhook(settings, http, TimeProvider.System).SendAsync(New(), TestContext.Current.CancellationToken);

        Assert.Equal((false, false), (delivery.IsSent, delivery.IsHopeless));
    }

    private static Message New() => new()
    {
        Id = 1, Channel = "mail", Address = "lea@valmont.example", Person = "Léa", Subject = "s", Body = "{}", Alarms = [], MadeAt = Noon, NextTry = Noon,
    };

    private static AlarmView View(Severity severity)
    {
        var alarm = new Alarm
        {
            Id = Guid.NewGuid(), Kind = AlarmKind.BurnerFault, Source = AlarmSource.Of(new EquipmentId("v", "gw", "chaufferie")), Severity = severity, RaisedAt = Noon, Since = Noon,
        };
        return new AlarmView(alarm, new AlarmPlace("École", "Chaufferie", "ecole", null), "Brûleur en défaut, depuis 14:02.", "Personne", "il fait froid", "le gaz", 0, false);
    }

    private sealed class Answering(HttpStatusCode status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage(status));
    }
}
