using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Analytics;
using Telemetry.Analytics.Groups;
using Telemetry.Dashboard.Boilers.Groups;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Tests.Canned;
using Telemetry.Dashboard.Tests.Journal;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Tests.Boilers.Groups;

/// <summary>A group goes one boiler room after another, stops when more than one in ten fails, and is ended by a restart; its books are real files.</summary>
public sealed class GroupDeskTests : IDisposable
{
    private readonly Noon _clock = new();
    private readonly Valmont _town;
    private readonly Values _values;
    private readonly JournalFolder _folder = new();
    private readonly List<IDisposable> _gone = [];
    private Canned.Orders _orders;
    private GroupDesk _desk;

    public GroupDeskTests()
    {
        _town = new Valmont(_clock);
        _values = new Values(_clock);
        _orders = new Canned.Orders(_clock, _town);
        _desk = Desk(TimeSpan.Zero);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 4, false)]
    [InlineData(1, 4, true)]
    [InlineData(1, 10, false)]
    [InlineData(2, 10, true)]
    [InlineData(3, 30, false)]
    [InlineData(4, 30, true)]
    public void Stops_WhenMoreThanOneInTenFailed(int failed, int all, bool stops) => Assert.Equal(stops, GroupDesk.Stops(failed, all));

    [Fact]
    public async Task Begin_EachConfirmed_GoesOnOneAfterAnother()
    {
        var (id, work) = Begin("gw-ecole", "gw-mairie");

        await SentAsync(1);
        Assert.Equal([GroupState.Sent, GroupState.Waiting], States(id));
        Assert.Null(_desk.Find(id)!.End);
        _orders.Report(OrderState.Checked);
        _orders.Report(OrderState.Confirmed);
        await SentAsync(2);
        _orders.Report(OrderState.Confirmed);
        await EndedAsync(work);

        Assert.Equal([GroupState.Done, GroupState.Done], States(id));
        Assert.Equal(GroupEnd.Over, _desk.Find(id)!.End);
        Assert.All(_orders.Sent, order => Assert.Equal((OrderKind.Force, (double)HeatingMode.Frost, "gel", "camille"), (order.Kind, order.Value, order.Reason, order.By)));
        Assert.Equal(("group.asked", "camille", "Technician", "Frost → 2026-11-22T15:02:00Z: GW-ECOLE, GW-MAIRIE"), Assert.Single(Lines()));
    }

    [Fact]
    public async Task Begin_OneFails_TheRestIsNotSent()
    {
        var (id, work) = Begin("gw-ecole", "gw-creche", "gw-mairie", "gw-gymnase");

        await SentAsync(1);
        _orders.Report(OrderState.Confirmed);
        await EndedAsync(work);

        // The nursery's gateway is away: one in four is more than one in ten.
        Assert.Equal([GroupState.Done, GroupState.Failed, GroupState.NotSent, GroupState.NotSent], States(id));
        Assert.Equal(GroupEnd.Stopped, _desk.Find(id)!.End);
        Assert.Equal(2, _orders.Sent.Count);
        Assert.Equal(["stopped", "stopped", "done"], _folder.Journal.Read(new()).Select(line => line.Outcome));
    }

    [Fact]
    public async Task Begin_Twice_IsOne()
    {
        var group = Group("gw-ecole");
        var (first, second) = (_desk.Begin(group, By), _desk.Begin(group, By));

        await SentAsync(1);
        _orders.Report(OrderState.Confirmed);
        await EndedAsync(first);
        await EndedAsync(second);
        await EndedAsync(_desk.Begin(group, By));

        Assert.Single(_orders.Sent);
    }

    [Fact]
    public async Task Restart_InTheMiddle_SendsNothing_TellsWhatLeftAndWhatDidNot_Once()
    {
        var (id, _) = Begin("gw-ecole", "gw-gymnase", "gw-mairie");
        await SentAsync(1);
        _orders.Report(OrderState.Confirmed);
        await SentAsync(2);

        Die();
        Assert.Equal(GroupEnd.Restarted, _desk.Find(id)!.End);
        Assert.Equal([GroupState.Done, GroupState.Sent, GroupState.NotSent], States(id));
        _desk.TakeUp();
        Die();
        _desk.TakeUp();

        Assert.Equal(2, _orders.Sent.Count);
        var line = Assert.Single(_folder.Journal.Read(new() { Action = "group.unsent" }));
        Assert.Equal(("camille", "centre", "valmont-sur-orne/gw-mairie/chaufferie/mode", "mairie", "Frost → 2026-11-22T15:02:00Z", "gel", "restarted"),
            (line.By.Name, line.By.Channel, line.Object, line.Site, line.Asked, line.Reason, line.Outcome));

        // What had left goes on being told, and nothing follows it.
        _orders.Report(OrderState.Confirmed);
        Assert.Equal([GroupState.Done, GroupState.Done, GroupState.NotSent], States(id));
        await EndedAsync(_desk.Begin(Group("gw-mairie") with { Id = id }, By));
        Assert.Equal(2, _orders.Sent.Count);
    }

    [Fact]
    public void Restart_BetweenTheNameOfAnOrderAndItsSending_TellsItAsNotSent()
    {
        var group = Group("gw-ecole", "gw-mairie");
        Books().Open(group);
        Books().Give(group.Id, 0, Guid.NewGuid());

        _desk.TakeUp();

        Assert.Equal([GroupState.NotSent, GroupState.NotSent], States(group.Id));
        Assert.Equal(2, _folder.Journal.Read(new() { Action = "group.unsent" }).Count);
    }

    [Fact]
    public async Task Restart_AfterTheLastOrderLeft_MissedNothing()
    {
        var (id, _) = Begin("gw-ecole");
        await SentAsync(1);

        Die();
        _desk.TakeUp();

        Assert.Equal(GroupEnd.Over, _desk.Find(id)!.End);
        Assert.Empty(_folder.Journal.Read(new() { Action = "group.unsent" }));
    }

    [Fact]
    public async Task Close_WhileOneIsAnswered_LetsNoOtherLeave()
    {
        var (id, work) = Begin("gw-ecole", "gw-mairie");
        await SentAsync(1);

        _desk.Close();
        _orders.Report(OrderState.Confirmed);
        await EndedAsync(work);

        Assert.Single(_orders.Sent);
        Assert.Equal((GroupEnd.Restarted, null), (_desk.Find(id)!.End, Books().Find(id)!.End));
    }

    [Fact]
    public async Task Begin_WhenTheJournalCannotBeWritten_SendsNothing_AndSaysSo()
    {
        _folder.Tamper("CREATE TRIGGER full BEFORE INSERT ON lines BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");
        var (id, work) = Begin("gw-ecole", "gw-mairie");
        await EndedAsync(work);

        Assert.Empty(_orders.Sent);
        Assert.Equal((GroupEnd.Unwritten, 2), (_desk.Find(id)!.End, _desk.Find(id)!.NotSent.Count()));
    }

    public void Dispose()
    {
        _orders.Dispose();
        _values.Dispose();
        _gone.ForEach(one => one.Dispose());
        _folder.Dispose();
    }

    private static Actor By { get; } = new("camille", "Technician", Actor.Web);

    // The process is gone at once: its work hears nothing any more, and the next one opens the files anew.
    private void Die()
    {
        _gone.Add(_orders);
        _orders = _orders.Restarted();
        _desk = Desk(TimeSpan.Zero);
    }

    private GroupDesk Desk(TimeSpan pace) => new(
        Books(), _orders, new GroupScribe(_folder.Journal, new OrderScribe(_folder.Journal, _town, _values)), _clock, () => pace, NullLogger<GroupDesk>.Instance);

    private IGroups Books()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(Services.DataKey, (string?)_folder.Folder)]).Build();
        var services = new ServiceCollection().AddLogging().AddTelemetryAnalytics(configuration).BuildServiceProvider();
        _gone.Add(services);
        return services.GetRequiredService<IGroups>();
    }

    private (Guid Id, Task Work) Begin(params string[] gateways)
    {
        var group = Group(gateways);
        return (group.Id, _desk.Begin(group, By));
    }

    private OrderGroup Group(params string[] gateways) => new()
    {
        Id = Guid.NewGuid(), By = By.Name, Role = OrderRole.Technician, Mode = HeatingMode.Frost, Until = _clock.Now.AddHours(2), Reason = "gel", At = _clock.Now,
        Items = [.. gateways.Select(gateway => new GroupItem(gateway.ToUpperInvariant(), new(Valmont.BoilerOf(gateway), "mode")))],
    };

    private IEnumerable<GroupState> States(Guid id) => _desk.Find(id)!.Lines.Select(line => line.State);

    private IEnumerable<(string Action, string Who, string Role, string Asked)> Lines() =>
        _folder.Journal.Read(new()).Select(line => (line.Action, line.By.Name, line.By.Role, line.Asked));

    private static Task EndedAsync(Task work) => work.WaitAsync(TimeSpan.FromSeconds(30), Cancel);

    private async Task SentAsync(int count)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        late.CancelAfter(TimeSpan.FromSeconds(30));
        while (_orders.Sent.Count < count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, late.Token);
        }
    }
}
