using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Boilers.Groups;

/// <summary>One boiler room of a group.</summary>
/// <param name="Name">Its building.</param>
/// <param name="Mode">The point whose value is forced.</param>
/// <param name="State">Where it is.</param>
/// <param name="Order">Its order; null before it is sent.</param>
internal sealed record GroupItem(string Name, PointId Mode, GroupState State = GroupState.Waiting, Guid? Order = null);
