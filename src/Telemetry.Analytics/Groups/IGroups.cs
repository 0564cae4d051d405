namespace Telemetry.Analytics.Groups;

/// <summary>Groups of orders as they are kept across restarts. What became of each order is told by the orders' own book.</summary>
public interface IGroups
{
    /// <summary>Keeps a new group; it is on the disk when this returns.</summary>
    /// <returns>False when there is one of that name already: nothing was changed.</returns>
    bool Open(OrderGroup group);

    /// <summary>Keeps the name of the order that is about to be given; it is on the disk when this returns.</summary>
    /// <param name="group">The group.</param>
    /// <param name="place">Place of the boiler room among its items, from 0.</param>
    /// <param name="order">The order's name.</param>
    /// <exception cref="InvalidOperationException">There is no such place, or its order was given before.</exception>
    void Give(Guid group, int place, Guid order);

    /// <summary>Keeps how a group ended; the first end stays.</summary>
    void Close(Guid group, GroupEnd end);

    /// <summary>One group; null when unknown.</summary>
    OrderGroup? Find(Guid group);

    /// <summary>The newest groups, newest first.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="by">Whose; null for everybody's.</param>
    IReadOnlyList<OrderGroup> Newest(int most, string? by = null);
}
