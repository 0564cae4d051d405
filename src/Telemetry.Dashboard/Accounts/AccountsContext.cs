using Microsoft.EntityFrameworkCore;

namespace Telemetry.Dashboard.Accounts;

/// <summary>The accounts' own database: <c>accounts.db</c>.</summary>
internal sealed class AccountsContext(DbContextOptions<AccountsContext> options) : DbContext(options)
{
    public DbSet<Account> Accounts => Set<Account>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var account = modelBuilder.Entity<Account>();
        account.HasIndex(one => one.Name).IsUnique();
        account.Property(one => one.Name).HasMaxLength(Account.LongestName);
        account.Property(one => one.Role).HasConversion<string>();
    }
}
