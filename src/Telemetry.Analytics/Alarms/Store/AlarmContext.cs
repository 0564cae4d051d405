using Microsoft.EntityFrameworkCore;

namespace Telemetry.Analytics.Alarms.Store;

/// <summary>The tables of the alarms; they are made by <see cref="AlarmFile"/>'s numbered steps.</summary>
internal sealed class AlarmContext(DbContextOptions<AlarmContext> options) : DbContext(options)
{
    internal DbSet<AlarmRow> Alarms => Set<AlarmRow>();

    internal DbSet<PersonRow> People => Set<PersonRow>();

    internal DbSet<ShiftRow> Shifts => Set<ShiftRow>();

    internal DbSet<CallRow> Calls => Set<CallRow>();

    internal DbSet<MessageRow> Messages => Set<MessageRow>();

    internal DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AlarmRow>().ToTable("alarms").HasKey(row => row.Id);
        modelBuilder.Entity<PersonRow>().ToTable("people").HasKey(row => row.Id);
        modelBuilder.Entity<ShiftRow>().ToTable("shifts").HasKey(row => row.Id);
        modelBuilder.Entity<CallRow>().ToTable("calls").HasKey(row => new { row.Alarm, row.Returns, row.Severity, row.Step });
        modelBuilder.Entity<MessageRow>().ToTable("messages").HasKey(row => row.Id);
        modelBuilder.Entity<SubscriptionRow>().ToTable("subscriptions").HasKey(row => row.Endpoint);
    }
}
