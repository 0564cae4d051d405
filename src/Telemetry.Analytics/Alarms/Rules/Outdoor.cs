using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Alarms.Rules;

/// <summary>How cold it is at a site, whatever is left to tell it. Pure.</summary>
public static class Outdoor
{
    /// <summary>The point that tells it.</summary>
    public const string Name = "outdoor.temperature";

    /// <summary>Under this a building without heat is in danger within hours, °C.</summary>
    public const double Cold = 3;

    /// <summary>What is taken when nobody tells and nobody told, °C: the careful side.</summary>
    /// <remarks>
    /// Fallback of interlock S10: the site's own sensor, then its neighbours', then 0 °C; before that last step, the coldest that was heard within
    /// <see cref="Remembered"/> less <see cref="MayFall"/>: a server cut off on a July night is no danger of frost.
    /// </remarks>
    public const double Fallback = 0;

    /// <summary>How long what was heard says something about how cold it may be now.</summary>
    public static TimeSpan Remembered { get; } = TimeSpan.FromHours(12);

    /// <summary>How much colder it may have become within <see cref="FallsIn"/> and after, K; in proportion before: a restart makes no frost.</summary>
    public const double MayFall = 5;

    /// <summary>The time that takes.</summary>
    public static TimeSpan FallsIn { get; } = TimeSpan.FromHours(3);

    /// <summary>The median of sensors that speak; null when none does.</summary>
    public static double? Median(IEnumerable<double> sensors)
    {
        var sorted = sensors.Order().ToList();
        return sorted.Count == 0 ? null : sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>The sensors of a municipality but those of one gateway.</summary>
    internal static IEnumerable<double> Neighbours(Picture picture, EquipmentId equipment) => picture.Outdoors
        .Where(point => point.Id.Equipment.Municipality == equipment.Municipality && point.Id.Equipment.Gateway != equipment.Gateway)
        .Select(point => picture.Live(point)).OfType<double>();

    /// <summary>How cold it may be by what was last heard in the municipality, or anywhere for the centre; null when nothing was for too long.</summary>
    internal static double? LastHeard(Picture picture, EquipmentId equipment)
    {
        var heard = picture.Outdoors
            .Where(point => equipment.Municipality.Length == 0 || point.Id.Equipment.Municipality == equipment.Municipality)
            .Select(point => picture.Memory.Latest(point.Id)).OfType<Sample>()
            .Where(sample => Picture.IsBelievable(sample) && picture.Now - sample.At <= Remembered)
            .Select(sample => sample.Value - (MayFall * Math.Clamp((picture.Now - sample.At) / FallsIn, 0, 1))).ToList();
        return heard.Count == 0 ? null : heard.Min();
    }
}
