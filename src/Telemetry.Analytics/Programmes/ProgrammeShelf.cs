using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Programmes;

/// <summary>Which of the versions of a boiler room holds.</summary>
public static class ProgrammeShelf
{
    extension(IProgrammes programmes)
    {
        /// <summary>The newest version that the gateway keeps; null when it keeps none of ours.</summary>
        public Programme? InForce(EquipmentId equipment)
        {
            ArgumentNullException.ThrowIfNull(programmes);
            return programmes.For(equipment).FirstOrDefault(story => story.IsKept)?.Programme;
        }
    }

    /// <summary>Hot water as a version that the gateway kept last had it, newest first; null when none had it.</summary>
    public static HotWaterSettings? LastHotWater(this IReadOnlyList<ProgrammeStory> shelf)
    {
        ArgumentNullException.ThrowIfNull(shelf);
        return shelf.Where(story => story.IsKept).Select(story => story.Programme.HotWater).FirstOrDefault(water => water is not null);
    }
}
