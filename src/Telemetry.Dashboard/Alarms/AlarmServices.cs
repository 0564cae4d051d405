using Telemetry.Analytics.Alarms.OnCall;
using Telemetry.Dashboard.Alarms.Channels;

namespace Telemetry.Dashboard.Alarms;

/// <summary>What the alarm pages and messages are made of.</summary>
internal static class AlarmServices
{
    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(20);

    public static void AddAlarmPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<AlarmBook>();
        services.AddSingleton<AlarmAnswers>();
        services.AddSingleton<RotaDesk>();
        services.AddSingleton(_ => ChannelSettings.From(Environment.GetEnvironmentVariable));
        services.AddSingleton(provider => new VapidKeys(
            provider.GetRequiredService<ChannelSettings>(), Path.Combine(Path.GetFullPath(configuration[Services.DataKey] ?? "data"), "keys")));
        services.AddSingleton<IChannel, Mailbox>();
        services.AddSingleton<IChannel>(provider => new Webhook(provider.GetRequiredService<ChannelSettings>(), Http(), TimeProvider.System));
        services.AddSingleton<IChannel>(provider => new Pusher(
            provider.GetRequiredService<ChannelSettings>(), provider.GetRequiredService<VapidKeys>(), provider.GetRequiredService<ISubscriptions>(), Http()));
        services.AddHostedService<AlarmCaller>();
        services.AddHostedService<MessageSender>();
    }

    // An address that people set must not send us elsewhere.
    private static HttpClient Http() => new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = LongestTry };
}
