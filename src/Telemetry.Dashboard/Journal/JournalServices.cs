using Telemetry.Analytics.Ingest;
using Telemetry.Dashboard.Journal.Plants;

namespace Telemetry.Dashboard.Journal;

/// <summary>Puts the journal into the dashboard.</summary>
internal static class JournalServices
{
    /// <summary>The journal's file.</summary>
    public static string PathOf(IConfiguration configuration) => Path.Combine(configuration[Services.DataKey] ?? "data", "journal.db");

    /// <summary>The journal, and the orders behind it; after everything that registers orders.</summary>
    public static IServiceCollection AddJournal(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.AddJournalFile(configuration);
        services.AddSingleton<OrderNews>();
        services.AddSingleton<OrderScribe>();
        services.AddHostedService<OrderWitness>();
        services.AddSingleton<PlantScribe>();
        services.AddHostedService<PlantWitness>();
        return services.JournalOrders();
    }

    /// <summary>The journal alone, for commands that send no order.</summary>
    public static IServiceCollection AddJournalFile(this IServiceCollection services, IConfiguration configuration)
    {
        var path = PathOf(configuration);
        services.AddSingleton(provider =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return new JournalFile(path, provider.GetRequiredService<TimeProvider>());
        });
        return services.AddSingleton<IJournal>(provider => provider.GetRequiredService<JournalFile>());
    }

    /// <summary>Puts the journal before the orders registered last.</summary>
    public static IServiceCollection JournalOrders(this IServiceCollection services)
    {
        var orders = services.Last(service => service.ServiceType == typeof(IOrders));
        services.Remove(orders);
        return services.AddSingleton<IOrders>(provider => new JournalledOrders(
            (IOrders)(orders.ImplementationInstance ?? orders.ImplementationFactory!(provider)),
            provider.GetRequiredService<OrderScribe>(), provider.GetRequiredService<OrderNews>(), provider.GetRequiredService<IHttpContextAccessor>()));
    }
}
