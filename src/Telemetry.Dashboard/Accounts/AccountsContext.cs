using Microsoft.EntityFrameworkCore;
using Telemetry.Dashboard.Accounts.External;
using Telemetry.Dashboard.Accounts.Factors;
using Telemetry.Dashboard.Accounts.Passkeys;

namespace Telemetry.Dashboard.Accounts;

/// <summary>The accounts' own database: <c>accounts.db</c>.</summary>
internal sealed class AccountsContext(DbContextOptions<AccountsContext> options) : DbContext(options)
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<OpenSession> Sessions => Set<OpenSession>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<ExternalIdentity> ExternalIdentities => Set<ExternalIdentity>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var account = modelBuilder.Entity<Account>();
        account.HasIndex(one => one.Name).IsUnique();
        account.Property(one => one.Name).HasMaxLength(Account.LongestName);
        account.Property(one => one.Role).HasConversion<string>();
        account.Ignore(one => one.SiteList);
        modelBuilder.Entity<OpenSession>().HasIndex(one => one.AccountId);
        modelBuilder.Entity<RecoveryCode>().HasIndex(one => one.AccountId);
        modelBuilder.Entity<Passkey>().HasIndex(one => one.CredentialId).IsUnique();
        modelBuilder.Entity<ExternalIdentity>().HasIndex(one => new { one.Issuer, one.Subject }).IsUnique();
    }
}
