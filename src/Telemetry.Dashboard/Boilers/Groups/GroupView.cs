using Telemetry.Analytics.Groups;
using Telemetry.Analytics.Ingest;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Boilers.Groups;

/// <summary>A group as people see it: what is kept of it, and what the orders' book tells of each of its orders.</summary>
/// <param name="Group">What is kept.</param>
/// <param name="End">How it ended; null while it is under way.</param>
/// <param name="Lines">Every boiler room of it, in its order.</param>
internal sealed record GroupView(OrderGroup Group, GroupEnd? End, IReadOnlyList<GroupLine> Lines)
{
    /// <summary>What never left.</summary>
    public IEnumerable<GroupLine> NotSent => Lines.Where(line => line.State == GroupState.NotSent);

    /// <summary>Puts both together. Pure.</summary>
    /// <param name="group">What is kept.</param>
    /// <param name="end">How it ended; null while this centre sends it.</param>
    /// <param name="find">The story of an order; null when the orders' book does not know it.</param>
    public static GroupView Of(OrderGroup group, GroupEnd? end, Func<Guid, OrderStory?> find)
    {
        var lines = group.Items.Select(item => Line(item, end is not null, item.Order is { } order ? find(order) : null)).ToList();

        // Cut short after its last order had left, it missed nothing.
        return new(group, end is not null && lines.TrueForAll(line => line.State != GroupState.NotSent) ? GroupEnd.Over : end, lines);
    }

    // An order is named here before it leaves: one that the book does not know did not leave.
    private static GroupLine Line(GroupItem item, bool ended, OrderStory? story) => new(item, story switch
    {
        null when ended => GroupState.NotSent,
        null => item.Order is null ? GroupState.Waiting : GroupState.Sent,
        _ when story.Reports.Any(report => report.State is OrderState.Confirmed or OrderState.EffectSeen) => GroupState.Done,
        _ when OrderSentence.IsSettled(story.Last.State) => GroupState.Failed,
        _ => GroupState.Sent,
    }, story);
}
