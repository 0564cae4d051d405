using System.Collections.Concurrent;
using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
using Telemetry.Analytics.Ingest;
using Telemetry.Dashboard.Live;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Boilers.Groups;

/// <summary>Sends a group one boiler room after another, waits for each answer, and stops when more than one in ten fails (interlock S24).</summary>
/// <remarks>
/// Each order is one like any other: it passes the journal, and the interlocks of its own gateway. A restart of the centre ends the group where it is: nothing is sent later.
/// </remarks>
internal sealed class GroupDesk(IOrders orders, TimeProvider clock, Func<TimeSpan> pace)
{
    private const int MostFailuresIn = 10;
    private const int RunsKept = 20;
    private static readonly TimeSpan Patience = OrderDraft.RealLife + TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<Guid, GroupRun> _runs = new();

    /// <summary>A group sent since the centre started; null when there is none of that name.</summary>
    public GroupRun? Find(Guid id) => _runs.GetValueOrDefault(id);

    /// <summary>Whether so many failures end a group: more than one in ten.</summary>
    public static bool Stops(int failed, int all) => failed * MostFailuresIn > all;

    /// <summary>Begins a group; the same one twice is one.</summary>
    /// <param name="ticket">What was read over.</param>
    /// <param name="items">Its boiler rooms.</param>
    /// <param name="role">In what quality it is sent.</param>
    /// <returns>The group, and the work that ends with it.</returns>
    public (GroupRun Run, Task Work) Begin(GroupTicket ticket, IReadOnlyList<GroupItem> items, OrderRole role)
    {
        var run = new GroupRun(ticket, items);
        if (!_runs.TryAdd(ticket.Id, run))
        {
            return (_runs[ticket.Id], Task.CompletedTask);
        }

        foreach (var old in _runs.Values.Where(one => one.IsOver).OrderByDescending(one => one.Ticket.MadeAt).Skip(RunsKept))
        {
            _runs.TryRemove(old.Ticket.Id, out _);
        }

        return (run, Task.Run(() => SendAllAsync(run, role), CancellationToken.None));
    }

    private async Task SendAllAsync(GroupRun run, OrderRole role)
    {
        var failed = 0;
        for (var index = 0; index < run.Items.Count; index++)
        {
            if (index > 0)
            {
                await Task.Delay(pace(), TimeProvider.System, CancellationToken.None);
            }

            failed += await SendAsync(run, index, role) ? 0 : 1;
            if (Stops(failed, run.Items.Count))
            {
                run.Stop();
                return;
            }
        }
    }

    private async Task<bool> SendAsync(GroupRun run, int index, OrderRole role)
    {
        var now = clock.GetUtcNow();
        var (ticket, item) = (run.Ticket, run.Items[index]);
        var order = new Order
        {
            Id = Guid.NewGuid(), Kind = OrderKind.Force, Point = item.Mode, Value = ticket.Mode, Until = ticket.Until, RequestedAt = now,
            ExpiresAt = now + (OrderDraft.RealLife * Math.Max(1, Pulse.SpeedOf(clock))), By = ticket.By, Reason = ticket.Reason, Role = role,
        };
        var answered = orders.Reports.Where(report => report.Order == order.Id && OrderSentence.IsSettled(report.State)).Select(report => report.State)
            .Take(1).Timeout(Patience).Catch((TimeoutException _) => Observable.Return(OrderState.Expired)).ToTask();
        run.Move(index, item with { State = GroupState.Sent, Order = order.Id });
        var first = await Task.Run(() => orders.Send(order), CancellationToken.None);
        var state = first.State == OrderState.Refused ? OrderState.Refused : await answered;
        var done = state is OrderState.Confirmed or OrderState.EffectSeen;
        run.Move(index, item with { State = done ? GroupState.Done : GroupState.Failed, Order = order.Id });
        return done;
    }
}
