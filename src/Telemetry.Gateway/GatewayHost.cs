using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Health;
using Telemetry.Messaging.Clock;
using Telemetry.Messaging.Memory;
using Telemetry.Messaging.Mqtt;

namespace Telemetry.Gateway;

/// <summary>Runs a gateway as a process: systemd, logs, status page, export of its own metrics.</summary>
internal static class GatewayHost
{
    internal static async Task<int> RunAsync(GatewayOptions options, CancellationToken cancel)
    {
        var loaded = Installation.Load(options.Site, options.Devices, Environment.GetEnvironmentVariable);
        foreach (var problem in loaded.Problems)
        {
            await Console.Error.WriteLineAsync(problem.ToString().AsMemory(), cancel);
        }

        if (loaded.Value is not { } site)
        {
            return 1;
        }

        using var host = Build(options, site);
        var board = host.Services.GetRequiredService<StatusBoard>();
        using var meter = new GatewayMeter(site, board);
        using var housekeeping = new Housekeeping(TimeSpan.FromMinutes(2));
        using var export = OtlpExport.Start(site.Gateway);
        await host.StartAsync(cancel);
        using var page = options.StatusPort is { } port
            ? StatusServer.Start(port, board.View, host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("status"), board.Frames)
            : null;
        await Console.Out.WriteLineAsync("ready".AsMemory(), cancel);
        await host.WaitForShutdownAsync(cancel);
        return 0;
    }

    /// <summary>The broker that the command line or the environment names.</summary>
    internal static MqttSettings Broker(GatewayOptions options)
    {
        if (options.Broker is { } broker)
        {
            Environment.SetEnvironmentVariable(MqttSettings.BrokerKey, broker);
        }

        return MqttSettings.FromEnvironment();
    }

    private static IHost Build(GatewayOptions options, SiteConfiguration site)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.UseUtcTimestamp = true;
        });

        // After the simple console: under systemd it takes its place, with the levels that journald reads.
        builder.Services.AddSystemd();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.Services.AddSingleton(site);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(Broker(options));
        builder.Services.AddSingleton(CivilClock.FromEnvironment());
        builder.Services.AddSingleton<StatusBoard>();
        builder.Services.TryAddSingleton<ISystemdNotifier, SystemdNotifier>();
        builder.Services.AddHostedService<GatewayService>();
        builder.Services.AddHostedService<Watchdog>();
        return builder.Build();
    }
}
