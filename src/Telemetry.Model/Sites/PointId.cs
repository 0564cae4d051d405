using System.Diagnostics.CodeAnalysis;

namespace Telemetry.Model.Sites;

/// <summary>Names one point everywhere: its equipment and its name there.</summary>
/// <param name="Equipment">The equipment that carries the point.</param>
/// <param name="Name">What is measured or set, in dotted lower case: <c>flow.temperature</c>.</param>
public readonly record struct PointId(EquipmentId Equipment, string Name)
{
    /// <summary>The key kept in stores and addresses: <c>valmont-sur-orne/gw-ecole/chaufferie/flow.temperature</c>.</summary>
    public override string ToString() => $"{Equipment}/{Name}";

    /// <summary>Reads back what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">Four words joined by slashes; the last may hold slashes itself, as names of foreign Sparkplug nodes do.</param>
    /// <param name="point">The point, when the text names one.</param>
    /// <returns>False when one of the four words is missing or empty.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out PointId point)
    {
        var words = text?.Split('/', 4) ?? [];
        var named = words.Length == 4 && Array.TrueForAll(words, word => word.Length > 0);
        point = named ? new PointId(new EquipmentId(words[0], words[1], words[2]), words[3]) : default;
        return named;
    }
}
