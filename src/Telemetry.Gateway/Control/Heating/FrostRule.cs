namespace Telemetry.Gateway.Control.Heating;

/// <summary>Whether a plant or a room is about to freeze: pure.</summary>
/// <remarks>Flow under 5 °C, on until over 9 (Protherm and Kromschröder pattern); a room under 5 °C.</remarks>
internal static class FrostRule
{
    private const double ColdFlow = 5;
    private const double WarmFlow = 9;
    private const double ColdRoom = 5;
    private const double WarmRoom = 6;

    /// <summary>Whether heat is due whatever the programme says.</summary>
    /// <param name="room">°C; null when not known.</param>
    /// <param name="flow">°C; null when not known.</param>
    /// <param name="wasOn">What held before.</param>
    internal static bool HeatIsDue(double? room, double? flow, bool wasOn) => wasOn
        ? room < WarmRoom || flow < WarmFlow
        : room < ColdRoom || flow < ColdFlow;
}
