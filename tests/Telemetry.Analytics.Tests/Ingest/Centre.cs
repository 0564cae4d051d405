using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Analytics.Registry.Store;
using Telemetry.Messaging.Mqtt;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Messaging.Tests.Brokers;

namespace Telemetry.Analytics.Tests.Ingest;

/// <summary>The real analytics in a real host, on a folder that survives it.</summary>
internal sealed class Centre : IDisposable
{
    private readonly IHost _host;

    internal Centre(int port, string folder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Telemetry:Data"] = folder,
            [MqttSettings.BrokerKey] = $"127.0.0.1:{port}",
        });
        builder.Services.AddLogging(logging => logging.ClearProviders());
        builder.Services.AddTelemetryAnalytics(builder.Configuration);
        _host = builder.Build();
        _host.Start();
        Until.True(() => Get<Telemetry.Analytics.Ingest.IIngestFacts>().Now.Connected, "the centre is connected");
    }

    internal T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>A gateway behind the same broker.</summary>
    internal static EdgeSession Gateway(int port, string node, Func<IReadOnlyDictionary<string, IReadOnlyList<Metric>>> births, string? host = "centre")
    {
        var next = 0;
        return new EdgeSession(
            new EdgeOptions { Group = "valmont", Node = node, PrimaryHost = host, Births = births, NextBirthDeathSequence = () => (byte)next++ },
            new MqttSettings { Port = port }.LinkFactory("edge-" + node, NullLogger.Instance),
            TimeProvider.System,
            NullLogger.Instance);
    }

    public void Dispose()
    {
        using (var context = Get<RegistryFile>().Open())
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }

        _host.StopAsync().GetAwaiter().GetResult();
        _host.Dispose();
    }
}
