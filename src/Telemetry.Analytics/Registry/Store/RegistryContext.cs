using Microsoft.EntityFrameworkCore;

namespace Telemetry.Analytics.Registry.Store;

/// <summary>The registry's tables; they are made by <see cref="RegistryFile"/>'s numbered steps.</summary>
internal sealed class RegistryContext(DbContextOptions<RegistryContext> options) : DbContext(options)
{
    internal DbSet<BuildingRow> Buildings => Set<BuildingRow>();

    internal DbSet<EquipmentRow> Equipment => Set<EquipmentRow>();

    internal DbSet<PointRow> Points => Set<PointRow>();

    internal DbSet<GatewayRow> Gateways => Set<GatewayRow>();

    internal DbSet<OrderRow> Orders => Set<OrderRow>();

    internal DbSet<ReportRow> Reports => Set<ReportRow>();

    internal DbSet<GroupRow> Groups => Set<GroupRow>();

    internal DbSet<GroupItemRow> GroupItems => Set<GroupItemRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BuildingRow>().ToTable("buildings").HasKey(row => new { row.Municipality, row.Id });
        modelBuilder.Entity<EquipmentRow>().ToTable("equipment").HasKey(row => new { row.Municipality, row.Gateway, row.Device });
        modelBuilder.Entity<PointRow>().ToTable("points").HasKey(row => new { row.Municipality, row.Gateway, row.Device, row.Name });
        modelBuilder.Entity<GatewayRow>().ToTable("gateways").HasKey(row => new { row.Municipality, row.Name });
        modelBuilder.Entity<OrderRow>().ToTable("orders").HasKey(row => row.Id);
        modelBuilder.Entity<ReportRow>().ToTable("reports").HasKey(row => new { row.Order, row.State, row.AtMs });
        modelBuilder.Entity<GroupRow>().ToTable("groups").HasKey(row => row.Id);
        modelBuilder.Entity<GroupItemRow>().ToTable("group_items").HasKey(row => new { row.Group, row.Place });
    }
}
