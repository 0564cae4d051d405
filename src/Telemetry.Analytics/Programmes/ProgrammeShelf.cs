using Telemetry.Model.Schedules;
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
}
