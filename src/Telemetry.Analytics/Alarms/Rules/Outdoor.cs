using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Alarms.Rules;

/// <summary>How cold it is at a site, whatever is left to tell it. Pure.</summary>
public static class Outdoor
{
    /// <summary>The point that tells it.</summary>
    public const string Name = "outdoor.temperature";

    /// <summary>Under this a building without heat is in danger within hours, °C.</summary>
    public const double Cold = 3;

    /// <summary>What is taken when nobody tells, °C: the careful side.</summary>
    /// <remarks>Fallback of interlock S10: the site's own sensor, then its neighbours', then 0 °C.</remarks>
    public const double Fallback = 0;

    /// <summary>The median of sensors that speak; null when none does.</summary>
    public static double? Median(IEnumerable<double> sensors)
    {
        var sorted = sensors.Order().ToList();
        return sorted.Count == 0 ? null : sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>The sensors of a municipality but those of one gateway.</summary>
    internal static IEnumerable<double> Neighbours(Picture picture, EquipmentId equipment) => picture.Town.Points
        .Where(point => point.Id.Name == Name && point.Id.Equipment.Municipality == equipment.Municipality && point.Id.Equipment.Gateway != equipment.Gateway)
        .Select(point => picture.Live(point)).OfType<double>();
}
