using Telemetry.Analytics.Alarms.OnCall;

namespace Telemetry.Dashboard.Alarms.Channels;

/// <summary>Delivers what waits, each channel at its own pace, and writes down how each try went. Runs on the real clock, as the network does.</summary>
internal sealed class MessageSender(IMessages messages, IEnumerable<IChannel> channels, ILogger<MessageSender> log) : BackgroundService
{
    /// <summary>Pauses between tries; after the last a message is given up, some seven hours after it was made.</summary>
    internal static readonly IReadOnlyList<TimeSpan> Pauses =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(3),
    ];

    private const int AtOnce = 20;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(60);

    /// <summary>The message after a try.</summary>
    internal static Message After(Message message, Delivery delivery, DateTimeOffset now)
    {
        var tries = message.Tries + 1;
        var next = delivery.IsSent || delivery.IsHopeless || tries > Pauses.Count
            ? (DateTimeOffset?)null
            : now + (delivery.NotBefore is { } asked && asked > Pauses[tries - 1] ? asked : Pauses[tries - 1]);
        return message with { Tries = tries, NextTry = next, SentAt = delivery.IsSent ? now : null, Trouble = delivery.Trouble };
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(channels.Select(channel => RunAsync(channel, stoppingToken)));

    private async Task RunAsync(IChannel channel, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                foreach (var message in messages.Waiting(channel.Name, TimeProvider.System.GetUtcNow(), AtOnce))
                {
                    await SendAsync(channel, message, stopping);
                }

                await Task.Delay(Idle, TimeProvider.System, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception wrong) when (wrong is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException)
            {
                log.LogError(wrong, "The messages about alarms cannot be read or written down: tried again in a moment");
                await Task.Delay(Pauses[0], TimeProvider.System, CancellationToken.None);
            }
        }
    }

    private async Task SendAsync(IChannel channel, Message message, CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(LongestTry);
        Delivery delivery;
        try
        {
            delivery = await channel.SendAsync(message, limit.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            delivery = Delivery.Later("no answer within a minute");
        }

        var after = After(message, delivery, TimeProvider.System.GetUtcNow());
        messages.Keep(after);
        if (after is { SentAt: null, NextTry: null })
        {
            log.LogWarning("Message {Message} by {Channel} was given up after {Tries} tries: {Trouble}", message.Id, channel.Name, after.Tries, after.Trouble);
        }
    }
}
