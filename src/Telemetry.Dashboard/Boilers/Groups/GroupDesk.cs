using System.Collections.Concurrent;
using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;
using Telemetry.Analytics.Groups;
using Telemetry.Analytics.Ingest;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Live;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Boilers.Groups;

/// <summary>Sends a group one boiler room after another, waits for each answer, and stops when more than one in ten fails (interlock S24).</summary>
/// <remarks>
/// Each order is one like any other: it passes the journal, and the interlocks of its own gateway. Its name is on the disk before it leaves. A restart of the centre ends
/// the group where it is: nothing is sent later; what had left is known by the orders' book, what had not is told as such (decision 0048).
/// </remarks>
internal sealed partial class GroupDesk(IGroups groups, IOrders orders, GroupScribe scribe, TimeProvider clock, Func<TimeSpan> pace, ILogger<GroupDesk> log)
{
    private const int MostFailuresIn = 10;
    private const int LookedAtAfterAStart = 20;
    private static readonly TimeSpan Patience = OrderDraft.RealLife + TimeSpan.FromSeconds(30);

    // Those this centre sends: how each ended while that could not be kept, null while it is under way.
    private readonly ConcurrentDictionary<Guid, GroupEnd?> _here = new();
    private volatile bool _closing;

    /// <summary>A group; null when there is none of that name.</summary>
    public GroupView? Find(Guid id) => groups.Find(id) is { } group ? View(group) : null;

    /// <summary>The newest groups of somebody, newest first.</summary>
    public IReadOnlyList<GroupView> Newest(string by, int most) => [.. groups.Newest(most, by).Select(View)];

    /// <summary>Whether so many failures end a group: more than one in ten.</summary>
    public static bool Stops(int failed, int all) => failed * MostFailuresIn > all;

    /// <summary>Begins a group; one that is known already is not begun again.</summary>
    /// <param name="group">What was read over.</param>
    /// <param name="by">Who sends it.</param>
    /// <returns>The work, which ends with the group.</returns>
    public Task Begin(OrderGroup group, Actor by)
    {
        if (!_here.TryAdd(group.Id, null))
        {
            return Task.CompletedTask;
        }

        try
        {
            if (groups.Open(group))
            {
                // Not in the name of the page that asked: it is gone long before the last order leaves.
                using (ExecutionContext.SuppressFlow())
                {
                    return Task.Run(() => RunAsync(group, by), CancellationToken.None);
                }
            }
        }
        catch
        {
            _here.TryRemove(group.Id, out _);
            throw;
        }

        _here.TryRemove(group.Id, out _);
        return Task.CompletedTask;
    }

    /// <summary>After a start: what the centre before left undone is told as not done, in the journal first. Nothing is sent.</summary>
    public void TakeUp()
    {
        foreach (var group in groups.Newest(LookedAtAfterAStart).Where(group => !_here.ContainsKey(group.Id)))
        {
            Tell(View(group));
        }
    }

    /// <summary>The centre is stopping: no further order leaves.</summary>
    public void Close() => _closing = true;

    private GroupView View(OrderGroup group) => GroupView.Of(group, group.End ?? (_here.TryGetValue(group.Id, out var here) ? here : GroupEnd.Restarted), orders.Find);

    private void Tell(GroupView view)
    {
        scribe.NotSent(view);
        groups.Close(view.Group.Id, view.End!.Value);
    }

    private async Task RunAsync(OrderGroup group, Actor by)
    {
        try
        {
            scribe.Asked(group, by);
            if (await SendAllAsync(group) is not { } end)
            {
                // Its end is told by the next centre, as after a sudden death.
                _here.TryRemove(group.Id, out _);
                return;
            }

            _here[group.Id] = end;
        }
        catch (Exception wrong)
        {
            // Whatever it is, nothing more leaves, and whoever looks is told.
            Unwritten(log, wrong, group.Id);
            _here[group.Id] = GroupEnd.Unwritten;
        }

        try
        {
            Tell(Find(group.Id)!);
            _here.TryRemove(group.Id, out _);
        }
        catch (Exception wrong)
        {
            // How it ended is known here meanwhile; the next start tells the journal.
            Unwritten(log, wrong, group.Id);
        }
    }

    private async Task<GroupEnd?> SendAllAsync(OrderGroup group)
    {
        var failed = 0;
        for (var place = 0; place < group.Items.Count; place++)
        {
            if (place > 0)
            {
                await Task.Delay(pace(), TimeProvider.System, CancellationToken.None);
            }

            if (_closing)
            {
                return null;
            }

            failed += await SendAsync(group, place) ? 0 : 1;
            if (Stops(failed, group.Items.Count))
            {
                return GroupEnd.Stopped;
            }
        }

        return GroupEnd.Over;
    }

    private async Task<bool> SendAsync(OrderGroup group, int place)
    {
        var now = clock.GetUtcNow();
        var order = new Order
        {
            Id = Guid.NewGuid(), Kind = OrderKind.Force, Point = group.Items[place].Mode, Value = (int)group.Mode, Until = group.Until, RequestedAt = now,
            ExpiresAt = now + (OrderDraft.RealLife * Math.Max(1, Pulse.SpeedOf(clock))), By = group.By, Reason = group.Reason, Role = group.Role,
        };
        var answered = orders.Reports.Where(report => report.Order == order.Id && OrderSentence.IsSettled(report.State)).Select(report => report.State)
            .Take(1).Timeout(Patience).Catch((TimeoutException _) => Observable.Return(OrderState.Expired)).ToTask();
        groups.Give(group.Id, place, order.Id);
        var state = orders.Send(order).State == OrderState.Refused ? OrderState.Refused : await answered;
        return state is OrderState.Confirmed or OrderState.EffectSeen;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Group {Group} of orders ended: the centre could not write it down")]
    private static partial void Unwritten(ILogger logger, Exception wrong, Guid group);
}
