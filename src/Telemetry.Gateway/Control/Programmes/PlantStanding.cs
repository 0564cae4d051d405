namespace Telemetry.Gateway.Control.Programmes;

/// <summary>What people should know of a plant beside its decision.</summary>
/// <param name="Repairs">Times today that the device had left what was written, and was written again.</param>
/// <param name="Conflict">Somebody or something else keeps writing to the device: it is left alone for the day.</param>
/// <param name="InSafety">Put in safety.</param>
/// <param name="ReservedUntil">Until when somebody works on it; null when nobody does.</param>
internal sealed record PlantStanding(int Repairs, bool Conflict, bool InSafety, DateTimeOffset? ReservedUntil);
