namespace Telemetry.Dashboard.Boilers.Groups;

/// <summary>A group on its way: read by pages while its desk moves it on.</summary>
internal sealed class GroupRun(GroupTicket ticket, IReadOnlyList<GroupItem> items)
{
    private volatile IReadOnlyList<GroupItem> _items = items;

    /// <summary>What was read over.</summary>
    public GroupTicket Ticket { get; } = ticket;

    /// <summary>Every boiler room of it, in its order.</summary>
    public IReadOnlyList<GroupItem> Items => _items;

    /// <summary>Whether nothing more is to come.</summary>
    public bool IsOver => _items.All(item => item.State is not (GroupState.Waiting or GroupState.Sent));

    /// <summary>Whether it was stopped before its end.</summary>
    public bool IsStopped => _items.Any(item => item.State == GroupState.Kept);

    /// <summary>Moves one on; the desk's alone.</summary>
    internal void Move(int index, GroupItem item) => _items = [.. _items.Select((old, at) => at == index ? item : old)];

    /// <summary>Nothing that still waits is sent; the desk's alone.</summary>
    internal void Stop() => _items = [.. _items.Select(item => item.State == GroupState.Waiting ? item with { State = GroupState.Kept } : item)];
}
