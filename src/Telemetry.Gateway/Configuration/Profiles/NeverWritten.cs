using Telemetry.Model.Measures;

namespace Telemetry.Gateway.Configuration;

/// <summary>Classes of points that nothing writes from afar, whatever a profile says: the deny-list that beats the catalogue (interlock S01).</summary>
/// <remarks>
/// Règlement ERP, arrêté of 25 June 1980, art. CH 23: a boiler that its limits stopped is started again by hand, before it. Burners, pumps and valves
/// belong to the local controller, which knows their order; frost and legionella protection belong to nobody but the people on site.
/// </remarks>
internal static class NeverWritten
{
    private static readonly string[] Words =
    [
        "reset", "lock", "lockout", "unlock", "stb", "stl", "limiter", "limit", "safety", "pressure", "burner", "flame", "gas", "valve", "pump", "relay",
        "triac", "output", "frost", "antifreeze", "legionella", "disinfection", "scald", "fault", "alarm", "error", "max", "min",
    ];

    /// <summary>The word by which a point is recognised; null when it may stand in a catalogue.</summary>
    internal static string? Why(string point, Quantity quantity) => quantity is Quantity.Fault
        ? "fault"
        : Words.FirstOrDefault(word => point.Split('.', '_', '-').Contains(word, StringComparer.OrdinalIgnoreCase));
}
