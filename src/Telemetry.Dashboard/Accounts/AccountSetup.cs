using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Telemetry.Dashboard.Accounts.External;
using Telemetry.Dashboard.Accounts.Factors;
using Telemetry.Dashboard.Accounts.Passkeys;

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

    /// <summary>What keeps accounts, sessions and factors.</summary>
    public static void AddAccountParts(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton(new RealClock(TimeProvider.System));
        services.AddSingleton<AccountStore>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<SessionBook>();
        services.AddSingleton<FactorStore>();
        services.AddSingleton<SecondFactors>();
        services.AddSingleton<OneTime>();
        services.AddSingleton<Announcements>();
        services.AddSingleton<ExternalIdentities>();
        services.AddSingleton<SiteScope>();
        services.AddIdentityCore<Account>();
        services.Configure<IdentityPasskeyOptions>(options => (options.UserVerificationRequirement, options.ResidentKeyRequirement) = ("required", "required"));
        services.AddScoped<PasskeyAccounts>();
        services.AddScoped<IUserStore<Account>>(provider => provider.GetRequiredService<PasskeyAccounts>());
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<PasskeyDesk>();
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
            // On a machine so busy that nothing was begun in that time there is no lock at all: the next try makes it anew.
            await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
            await context.Database.MigrateAsync(cancel);
        }
    }
}
