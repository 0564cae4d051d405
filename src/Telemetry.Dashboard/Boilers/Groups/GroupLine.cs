using Telemetry.Analytics.Groups;
using Telemetry.Analytics.Ingest;

namespace Telemetry.Dashboard.Boilers.Groups;

/// <summary>One boiler room of a group, and how far it came.</summary>
/// <param name="Item">The boiler room.</param>
/// <param name="State">Where it is.</param>
/// <param name="Story">Its order; null when none left.</param>
internal sealed record GroupLine(GroupItem Item, GroupState State, OrderStory? Story)
{
    /// <summary>Key of the boiler room.</summary>
    public string Room => $"{Item.Mode.Equipment.Gateway}/{Item.Mode.Equipment.Device}";
}
