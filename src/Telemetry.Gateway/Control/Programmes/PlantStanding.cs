using Telemetry.Gateway.Control.Heating;
using Telemetry.Model.Settings;

namespace Telemetry.Gateway.Control.Programmes;

/// <summary>What people should know of a plant beside its decision.</summary>
/// <param name="Repairs">Times today that the device had left what was written, and was written again.</param>
/// <param name="Conflict">Somebody or something else keeps writing to the device: it is left alone for the day.</param>
/// <param name="InSafety">Put in safety.</param>
/// <param name="ReservedUntil">Until when somebody works on it; null when nobody does.</param>
internal sealed record PlantStanding(int Repairs, bool Conflict, bool InSafety, DateTimeOffset? ReservedUntil)
{
    /// <summary>Days on end on which the room was warm far from its opening; null before any was judged.</summary>
    internal int? WarmUpMisses { get; init; }

    /// <summary>Writes to the device today, people's and the programme's.</summary>
    internal int Writes { get; init; }

    /// <summary>Days for which the school holidays are known; null where no zone follows them.</summary>
    internal int? CalendarDays { get; init; }

    /// <summary>How each setting stands that the site lets the gateway keep, by the point that shows it.</summary>
    internal IReadOnlyDictionary<string, KeptState> Kept { get; init; } = new Dictionary<string, KeptState>(StringComparer.Ordinal);

    /// <summary>The legionella runs of its tank.</summary>
    internal HotWaterBook HotWater { get; init; } = new();
}
