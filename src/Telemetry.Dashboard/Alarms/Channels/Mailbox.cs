using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Telemetry.Analytics.Alarms.OnCall;

namespace Telemetry.Dashboard.Alarms.Channels;

/// <summary>E-mail by SMTP (MailKit): encrypted, but on loopback.</summary>
internal sealed class Mailbox(ChannelSettings settings) : IChannel
{
    private const int LongestWaitMs = 20_000;

    public string Name => ChannelSettings.MailChannel;

    public async Task<Delivery> SendAsync(Message message, CancellationToken cancel)
    {
        if (settings.Smtp is not { } server)
        {
            return Delivery.Never("no mail server is set (TELEMETRY_SMTP)");
        }

        if (!MailboxAddress.TryParse(message.Address, out var to))
        {
            return Delivery.Never("the address is not one");
        }

        using var mail = new MimeMessage();
        var from = MailboxAddress.Parse(settings.MailFrom);
        mail.From.Add(from);
        mail.To.Add(to);
        mail.Subject = message.Subject;
        // The same message sent twice, because an answer was lost, is one message for most mail programs.
        mail.MessageId = $"{message.MadeAt.ToUnixTimeMilliseconds():x}.{message.Id:x}@{from.Domain}";
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Body = new TextPart("plain") { Text = message.Body };
        return await SendAsync(server, mail, cancel);
    }

    private async Task<Delivery> SendAsync(Uri server, MimeMessage mail, CancellationToken cancel)
    {
        using var client = new SmtpClient { Timeout = LongestWaitMs };
        try
        {
            var (security, port) = server.Scheme switch
            {
                "smtps" => (SecureSocketOptions.SslOnConnect, 465),
                "smtp" => (SecureSocketOptions.StartTls, 587),
                _ => (SecureSocketOptions.None, 25),
            };
            await client.ConnectAsync(server.Host, server.Port > 0 ? server.Port : port, security, cancel);
            if (server.UserInfo.Length > 0)
            {
                await client.AuthenticateAsync(Uri.UnescapeDataString(server.UserInfo), settings.SmtpPassword, cancel);
            }

            await client.SendAsync(mail, cancel);
            await client.DisconnectAsync(quit: true, cancel);
            return Delivery.Sent;
        }
        catch (SmtpCommandException refused) when ((int)refused.StatusCode >= 500 && refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted)
        {
            return Delivery.Never(refused.Message);
        }
        catch (Exception wrong) when (wrong is ProtocolException or CommandException or AuthenticationException or SslHandshakeException or ServiceNotConnectedException
            or IOException or System.Net.Sockets.SocketException or TimeoutException or NotSupportedException or InvalidOperationException)
        {
            return Delivery.Later(wrong.Message);
        }
    }
}
