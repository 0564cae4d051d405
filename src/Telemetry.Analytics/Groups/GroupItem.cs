using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Groups;

/// <summary>One boiler room of a group.</summary>
/// <param name="Name">Its building.</param>
/// <param name="Mode">The point whose value is forced.</param>
/// <param name="Order">The name of its order; null until its turn comes. It is kept before the order leaves: one that the orders' book does not know never left.</param>
public sealed record GroupItem(string Name, PointId Mode, Guid? Order = null);
