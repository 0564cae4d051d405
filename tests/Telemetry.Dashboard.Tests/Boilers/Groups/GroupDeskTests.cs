using Telemetry.Dashboard.Boilers.Groups;
using Telemetry.Dashboard.Tests.Canned;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Tests.Boilers.Groups;

/// <summary>A group goes one boiler room after another, and stops when more than one in ten fails.</summary>
public sealed class GroupDeskTests : IDisposable
{
    private readonly Noon _clock = new();
    private readonly Valmont _town;
    private readonly Canned.Orders _orders;
    private readonly GroupDesk _desk;

    public GroupDeskTests()
    {
        _town = new Valmont(_clock);
        _orders = new Canned.Orders(_clock, _town);
        _desk = new GroupDesk(_orders, _clock, () => TimeSpan.Zero);
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
        var (run, work) = Begin("gw-ecole", "gw-mairie");

        await SentAsync(1);
        Assert.Equal([GroupState.Sent, GroupState.Waiting], run.Items.Select(item => item.State));
        _orders.Report(OrderState.Checked);
        _orders.Report(OrderState.Confirmed);
        await SentAsync(2);
        _orders.Report(OrderState.Confirmed);
        await work.WaitAsync(TimeSpan.FromSeconds(30), Cancel);

        Assert.Equal([GroupState.Done, GroupState.Done], run.Items.Select(item => item.State));
        Assert.True(run is { IsOver: true, IsStopped: false });
        Assert.All(_orders.Sent, order => Assert.Equal((OrderKind.Force, (double)HeatingMode.Frost, "gel", "camille"), (order.Kind, order.Value, order.Reason, order.By)));
    }

    [Fact]
    public async Task Begin_OneFails_TheRestIsNotSent()
    {
        var (run, work) = Begin("gw-ecole", "gw-creche", "gw-mairie", "gw-gymnase");

        await SentAsync(1);
        _orders.Report(OrderState.Confirmed);
        await work.WaitAsync(TimeSpan.FromSeconds(30), Cancel);

        // The nursery's gateway is away: one in four is more than one in ten.
        Assert.Equal([GroupState.Done, GroupState.Failed, GroupState.Kept, GroupState.Kept], run.Items.Select(item => item.State));
        Assert.True(run is { IsOver: true, IsStopped: true });
        Assert.Equal(2, _orders.Sent.Count);
    }

    [Fact]
    public async Task Begin_Twice_IsOne()
    {
        var ticket = Ticket("gw-ecole");
        var first = _desk.Begin(ticket, Items("gw-ecole"), OrderRole.Technician);
        var second = _desk.Begin(ticket, Items("gw-ecole"), OrderRole.Technician);

        await SentAsync(1);
        _orders.Report(OrderState.Confirmed);
        await first.Work.WaitAsync(TimeSpan.FromSeconds(30), Cancel);

        Assert.Same(first.Run, second.Run);
        Assert.Single(_orders.Sent);
    }

    public void Dispose() => _orders.Dispose();

    private (GroupRun Run, Task Work) Begin(params string[] gateways) => _desk.Begin(Ticket(gateways), Items(gateways), OrderRole.Technician);

    private GroupTicket Ticket(params string[] gateways) =>
        new(Guid.NewGuid(), "camille", gateways, (int)HeatingMode.Frost, _clock.Now.AddHours(2), "gel", TimeProvider.System.GetUtcNow());

    private static IReadOnlyList<GroupItem> Items(params string[] gateways) => [.. gateways.Select(gateway => new GroupItem(gateway, new(Valmont.BoilerOf(gateway), "mode")))];

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
