using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telemetry.Analytics.Alarms;
using Telemetry.Analytics.Alarms.OnCall;
using Telemetry.Analytics.Alarms.Store;
using Telemetry.Analytics.Groups;
using Telemetry.Analytics.History;
using Telemetry.Analytics.History.Sqlite;
using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Imports.Store;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Ingest;
using Telemetry.Analytics.Programmes;
using Telemetry.Analytics.Programmes.Store;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Registry.Store;
using Telemetry.Analytics.Reports;
using Telemetry.Analytics.Reports.Actions;
using Telemetry.Analytics.Reports.Days;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Analytics.Reports.Zones;
using Telemetry.Analytics.Reports.Frozen;
using Telemetry.Analytics.Reports.Hours;
using Telemetry.Analytics.Reports.Running;
using Telemetry.Analytics.Streams;
using Telemetry.Messaging.Clock;
using Telemetry.Messaging.Mqtt;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Analytics;

/// <summary>Puts the centre's analytics into a host.</summary>
public static class AnalyticsServices
{
    /// <summary>Registers everything: the wire, the history, the registry, orders, live values and figures.</summary>
    /// <param name="services">Where.</param>
    /// <param name="configuration">
    /// <c>Telemetry:Training</c> (true for a centre people learn on: <see cref="Realm"/>),
    /// <c>Telemetry:Data</c> (directory of the files, <c>data</c> by default), <c>Telemetry:Host</c> (Sparkplug host id, <c>centre</c> by default),
    /// and the broker's keys of <see cref="MqttSettings"/>.
    /// </param>
    public static IServiceCollection AddTelemetryAnalytics(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var data = configuration["Telemetry:Data"] is { Length: > 0 } directory ? directory : "data";
        var realm = new Realm(configuration.GetValue<bool>("Telemetry:Training"));
        var host = configuration["Telemetry:Host"] is { Length: > 0 } id ? id : realm.IsTraining ? "formation" : "centre";
        services.AddSingleton(realm);
        services.TryAddSingleton(_ => CivilClock.FromEnvironment());
        services.AddSingleton<IHostSession>(provider =>
        {
            var log = provider.GetRequiredService<ILogger<HostSession>>();
            var link = MqttSettings.From(configuration).LinkFactory($"telemetry-host-{host}", log);
            return new HostSession(host, link, provider.GetRequiredService<TimeProvider>(), log);
        });
        return services.AddStores(data).AddIngest().AddFigures(data, configuration["Telemetry:WeatherStation"], configuration["Telemetry:SchoolZone"]).AddAlarms(data);
    }

    private static IServiceCollection AddStores(this IServiceCollection services, string data)
    {
        services.AddSingleton<HistoryNews>();
        services.AddSingleton(_ => new SqliteHistory(InDirectory(data, "history.db")));
        services.AddSingleton<IHistory>(provider => provider.GetRequiredService<SqliteHistory>());
        services.AddSingleton<IRollUps>(provider => new SqliteRollUps(InDirectory(data, "hours.db"), provider.GetRequiredService<SqliteHistory>()));
        services.AddSingleton(_ => new ImportStore(InDirectory(data, "imports.db")));
        services.AddSingleton<IImports>(provider => provider.GetRequiredService<ImportStore>());
        services.AddSingleton<ImportRun>();
        services.AddSingleton(_ => new OfficeFile(InDirectory(data, "office.db")));
        services.AddSingleton<IFrozenReports, FrozenReports>();
        services.AddSingleton<IAdjustments, Adjustments>();
        services.AddSingleton<IActions, ActionRegister>();
        services.AddSingleton<IVerdicts, Verdicts>();
        services.AddSingleton(_ => new RegistryFile(InDirectory(data, "registry.db")));
        services.AddSingleton<OrderBook>();
        services.AddSingleton<IGroups, GroupBook>();
        services.AddSingleton(_ => new ProgrammeFile(InDirectory(data, "programmes.db")));
        services.AddSingleton<ProgrammeBook>();
        services.AddSingleton<IProgrammes>(provider => provider.GetRequiredService<ProgrammeBook>());
        services.AddSingleton<TownRegistry>();
        services.AddSingleton<ITownRegistry>(provider => provider.GetRequiredService<TownRegistry>());
        return services;
    }

    private static IServiceCollection AddIngest(this IServiceCollection services)
    {
        services.AddSingleton<LiveValues>();
        services.AddSingleton<ILiveValues>(provider => provider.GetRequiredService<LiveValues>());
        services.AddSingleton<Orders>();
        services.AddSingleton<IOrders>(provider => provider.GetRequiredService<Orders>());
        services.AddSingleton<IngestService>();
        services.AddSingleton<IIngestFacts>(provider => provider.GetRequiredService<IngestService>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<IngestService>());
        return services;
    }

    private static IServiceCollection AddFigures(this IServiceCollection services, string data, string? station, string? schoolZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        services.AddSingleton(FactorFile.Shipped);
        services.AddSingleton(provider => new RegisterHours(
            provider.GetRequiredService<IHistory>(),
            provider.GetRequiredService<HistoryNews>(),
            zone,
            provider.GetRequiredService<IHistory>() is ILateMarks ? provider.GetRequiredService<IRollUps>() : null));
        services.AddSingleton<IHostedService>(provider => new HourKeeper(
            provider.GetRequiredService<RegisterHours>(),
            provider.GetRequiredService<ITownRegistry>(),
            zone,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<HourKeeper>>()));
        services.AddSingleton(provider => new EnergyFigures(provider.GetRequiredService<RegisterHours>(), zone));
        services.AddSingleton(provider => new OperationDays(
            provider.GetRequiredService<IHistory>(),
            provider.GetRequiredService<ITownRegistry>(),
            new KeptDays(
                provider.GetRequiredService<IHistory>(), provider.GetRequiredService<IHistory>() is ILateMarks ? provider.GetRequiredService<IRollUps>() : null, zone, provider.GetRequiredService<TimeProvider>()),
            zone));
        services.AddSingleton<IHostedService>(provider => new OperationKeeper(
            provider.GetRequiredService<OperationDays>(), provider.GetRequiredService<ITownRegistry>(), zone, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<OperationKeeper>>()));
        services.AddSingleton<IOperation, Operation>();
        services.AddSingleton<IHotWaterEvidence, HotWaterEvidence>();
        services.AddSingleton<IZoneData, ZoneData>();
        services.AddSingleton<PowerFigures>();
        services.AddSingleton<IFigures>(provider => new Figures(
            provider.GetRequiredService<ITownRegistry>(),
            provider.GetRequiredService<EnergyFigures>(),
            provider.GetRequiredService<PowerFigures>(),
            provider.GetRequiredService<FactorSet>(),
            zone,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IRunningDays>(provider => new RunningDays(
            provider.GetRequiredService<IFigures>(),
            provider.GetRequiredService<IEstate>(),
            provider.GetRequiredService<ITownRegistry>(),
            (provider.GetRequiredService<ILiveValues>(), provider.GetRequiredService<IHistory>()),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new EstateReport(
            provider.GetRequiredService<ITownRegistry>(),
            (provider.GetRequiredService<RegisterHours>(), provider.GetRequiredService<EnergyFigures>(), provider.GetRequiredService<IHistory>()),
            provider.GetRequiredService<IImports>(),
            provider.GetRequiredService<FactorSet>(),
            new EstateOptions(zone, station, schoolZone ?? "B")
            {
                Supply = () => SupplyFile.Load(Path.Combine(data, SupplyFile.Name)),
                Adjustments = provider.GetRequiredService<IAdjustments>().Of,
            },
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IEstate>(provider => provider.GetRequiredService<EstateReport>());
        services.AddSingleton<IDrifts>(provider => provider.GetRequiredService<EstateReport>());
        return services;
    }

    private static IServiceCollection AddAlarms(this IServiceCollection services, string data)
    {
        services.AddSingleton(_ => new AlarmFile(InDirectory(data, "alarms.db")));
        services.AddSingleton<AlarmDesk>();
        services.AddSingleton<IAlarms>(provider => provider.GetRequiredService<AlarmDesk>());
        services.AddSingleton<OnCallStore>();
        services.AddSingleton<IOnCall>(provider => provider.GetRequiredService<OnCallStore>());
        services.AddSingleton<IMessages>(provider => provider.GetRequiredService<OnCallStore>());
        services.AddSingleton<ISubscriptions>(provider => provider.GetRequiredService<OnCallStore>());
        services.AddHostedService<AlarmService>();
        return services;
    }

    private static string InDirectory(string directory, string file)
    {
        Directory.CreateDirectory(directory);
        return Path.Combine(directory, file);
    }
}
