using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telemetry.Gateway;
using Telemetry.Gateway.Commissioning;
using Telemetry.Gateway.Configuration;
using Telemetry.Messaging.Clock;
using Telemetry.Messaging.Mqtt;

return await CommandLine.Build(RunAsync).Parse(args).InvokeAsync();

static async Task<int> RunAsync(GatewayOptions options, CancellationToken cancel)
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

    var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
    builder.Logging.AddSimpleConsole(console =>
    {
        console.SingleLine = true;
        console.TimestampFormat = "HH:mm:ss ";
        console.UseUtcTimestamp = true;
    });
    builder.Services.AddSystemd();
    builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
    builder.Services.AddSingleton(site);
    builder.Services.AddSingleton(options);
    builder.Services.AddSingleton(Broker(options));
    builder.Services.AddSingleton(CivilClock.FromEnvironment());
    builder.Services.AddHostedService<GatewayService>();
    using var host = builder.Build();
    await host.StartAsync(cancel);
    await Console.Out.WriteLineAsync("ready".AsMemory(), cancel);
    await host.WaitForShutdownAsync(cancel);
    return 0;
}

static MqttSettings Broker(GatewayOptions options)
{
    if (options.Broker is { } broker)
    {
        Environment.SetEnvironmentVariable(MqttSettings.BrokerKey, broker);
    }

    return MqttSettings.FromEnvironment();
}
