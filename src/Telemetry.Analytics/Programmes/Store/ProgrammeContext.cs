using Microsoft.EntityFrameworkCore;

namespace Telemetry.Analytics.Programmes.Store;

/// <summary>The programmes' table; it is made by <see cref="ProgrammeFile"/>'s numbered steps.</summary>
internal sealed class ProgrammeContext(DbContextOptions<ProgrammeContext> options) : DbContext(options)
{
    internal DbSet<ProgrammeRow> Programmes => Set<ProgrammeRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<ProgrammeRow>().ToTable("programmes").HasKey(row => row.Id);
}
