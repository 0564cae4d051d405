namespace Telemetry.Dashboard.Alarms;

/// <summary>Where an alarm is, in people's words.</summary>
/// <param name="Building">The building's name; the gateway's or the server's where there is no building.</param>
/// <param name="What">The equipment, and the point when it is about one; empty when the building says it all.</param>
/// <param name="BuildingId">The building's id; empty when there is none.</param>
/// <param name="BoilerPath">The boiler room's page in the French site; null when it is no boiler room.</param>
internal sealed record AlarmPlace(string Building, string What, string BuildingId, string? BoilerPath);
