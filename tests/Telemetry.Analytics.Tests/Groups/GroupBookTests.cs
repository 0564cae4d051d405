using Microsoft.Data.Sqlite;
using Telemetry.Analytics.Groups;
using Telemetry.Analytics.History.Sqlite;
using Telemetry.Analytics.Registry.Store;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.Groups;

/// <summary>Groups of orders in the registry's file: what was written is there after a restart, and nothing is written twice.</summary>
public sealed class GroupBookTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("groups-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "registry.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Group_AfterARestart_IsAsItWas()
    {
        var (group, order) = (Group("camille", 0), Guid.NewGuid());
        Assert.True(Book().Open(group));
        Book().Give(group.Id, 1, order);
        Book().Close(group.Id, GroupEnd.Restarted);

        var found = Book().Find(group.Id)!;
        Assert.Equal(group with { Items = found.Items, End = GroupEnd.Restarted }, found);
        Assert.Equal([group.Items[0], group.Items[1] with { Order = order }, group.Items[2]], found.Items);
        Assert.Null(Book().Find(Guid.NewGuid()));
    }

    [Fact]
    public void Open_Twice_ChangesNothing()
    {
        var group = Group("camille", 0);
        Assert.True(Book().Open(group));

        Assert.False(Book().Open(group with { Reason = "autre" }));
        Assert.Equal("gel", Book().Find(group.Id)?.Reason);
    }

    [Fact]
    public void Give_APlaceTwice_OrNowhere_IsABug()
    {
        var group = Group("camille", 0);
        Book().Open(group);
        Book().Give(group.Id, 0, Guid.NewGuid());

        Assert.Throws<InvalidOperationException>(() => Book().Give(group.Id, 0, Guid.NewGuid()));
        Assert.Throws<InvalidOperationException>(() => Book().Give(group.Id, 3, Guid.NewGuid()));
        Assert.Throws<InvalidOperationException>(() => Book().Give(Guid.NewGuid(), 0, Guid.NewGuid()));
    }

    [Fact]
    public void Close_Twice_TheFirstEndStays()
    {
        var group = Group("camille", 0);
        Book().Open(group);
        Book().Close(group.Id, GroupEnd.Stopped);
        Book().Close(group.Id, GroupEnd.Over);

        Assert.Equal(GroupEnd.Stopped, Book().Find(group.Id)?.End);
    }

    [Fact]
    public void Newest_IsNewestFirst_OfOneOrOfAll()
    {
        OrderGroup[] groups = [Group("camille", 2), Group("dominique", 1), Group("camille", 0)];
        Assert.All(groups, group => Assert.True(Book().Open(group)));

        Assert.Equal([groups[0].Id, groups[1].Id], Book().Newest(2).Select(group => group.Id));
        Assert.Equal([groups[0].Id, groups[2].Id], Book().Newest(9, "camille").Select(group => group.Id));
        Assert.All(Book().Newest(9), group => Assert.Equal(3, group.Items.Count));
    }

    [Fact]
    public void File_FromBeforeGroups_GainsThem_AndKeepsItsOrders()
    {
        var order = new Order
        {
            Id = Guid.NewGuid(), Kind = OrderKind.Force, Point = Group("x", 0).Items[0].Mode, Value = 3, Until = Noon.AddHours(1), RequestedAt = Noon, ExpiresAt = Noon.AddMinutes(2), By = "x", Reason = "",
        };
        using (var context = new RegistryFile(Path).Open())
        {
            context.Orders.Add(OrderRow.From(order));
            context.SaveChanges();
        }

        using (var connection = new SqliteConnection($"Data Source={Path}"))
        {
            connection.Open();
            connection.Execute("DROP TABLE groups; DROP TABLE group_items; PRAGMA user_version = 1;");
        }

        Assert.True(Book().Open(Group("camille", 0)));
        using var after = new RegistryFile(Path).Open();
        Assert.Equal(order.Id, Assert.Single(after.Orders).Id);
    }

    private static DateTimeOffset Noon { get; } = new(2026, 11, 22, 11, 0, 0, TimeSpan.Zero);

    // Each time as a process that has just started would open it.
    private GroupBook Book() => new(new RegistryFile(Path));

    private static OrderGroup Group(string by, int minutes) => new()
    {
        Id = Guid.NewGuid(), By = by, Role = OrderRole.Administrator, Mode = HeatingMode.Frost, Until = Noon.AddHours(6), Reason = "gel", At = Noon.AddMinutes(minutes),
        Items = [.. new[] { "gw-ecole", "gw-creche", "gw-mairie" }.Select(gateway => new GroupItem(gateway.ToUpperInvariant(), new PointId(new EquipmentId("valmont", gateway, "chaufferie"), "mode")))],
    };
}
