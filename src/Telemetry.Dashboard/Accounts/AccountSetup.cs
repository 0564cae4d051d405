using Microsoft.EntityFrameworkCore;

namespace Telemetry.Dashboard.Accounts;

/// <summary>Brings the accounts up to date at the start, and makes those of a demonstration.</summary>
internal static class AccountSetup
{
    private static readonly TimeSpan LongestUpgrade = TimeSpan.FromSeconds(5);
    private static readonly (string Name, Role Role)[] Demo =
        [("maire", Role.Elu), ("energie", Role.Officer), ("technicien", Role.Technician), ("admin", Role.Administrator)];

    /// <summary>Migrates the database; demonstration accounts only where the configuration says demonstration and gives a password.</summary>
    public static async Task PrepareAccountsAsync(this IServiceProvider services, IConfiguration configuration, CancellationToken cancel)
    {
        await MigrateAsync(services, cancel);
        if (!configuration.GetValue<bool>(Services.DemoKey) || configuration[Services.DemoPasswordKey] is not { Length: > 0 } password)
        {
            return;
        }

        var store = services.GetRequiredService<AccountStore>();
        foreach (var (name, role) in Demo)
        {
            await store.EnsureAsync(name, role, password, cancel);
        }
    }

    /// <summary>Brings the database to the present schema.</summary>
    /// <remarks>
    /// A process killed while it migrates leaves a lock behind that nobody else would ever take away. An upgrade takes less than a second: a lock
    /// that stands for longer is taken away, and a file that needs no upgrade never asks for it.
    /// </remarks>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<AccountsContext>>().CreateDbContextAsync(cancel);
        if (!(await context.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            return;
        }

        using var patience = new CancellationTokenSource(LongestUpgrade, TimeProvider.System);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            await context.Database.MigrateAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            await context.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancel);
            await context.Database.MigrateAsync(cancel);
        }
    }
}
