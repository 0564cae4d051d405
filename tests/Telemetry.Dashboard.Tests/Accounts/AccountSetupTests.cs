using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Telemetry.Dashboard.Accounts;

namespace Telemetry.Dashboard.Tests.Accounts;

public sealed class AccountSetupTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("accounts-");

    /// <summary>As kill -9 in the middle of the first start leaves it: the lock is taken, the upgrade not done.</summary>
    [Fact]
    public async Task MigrateAsync_LockLeftByAKilledProcess_TakenAwayAndDone()
    {
        var file = $"Data Source={Path.Combine(_folder.FullName, "accounts.db")};Pooling=False";
        await using (var connection = new SqliteConnection(file))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
                """;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var services = new ServiceCollection().AddDbContextFactory<AccountsContext>(options => options.UseSqlite(file)).BuildServiceProvider();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60), TimeProvider.System);
        await AccountSetup.MigrateAsync(services, limit.Token);

        await using var context = await services.GetRequiredService<IDbContextFactory<AccountsContext>>().CreateDbContextAsync(limit.Token);
        Assert.Empty(await context.Accounts.ToListAsync(limit.Token));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
