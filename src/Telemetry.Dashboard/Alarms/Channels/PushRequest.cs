namespace Telemetry.Dashboard.Alarms.Channels;

/// <summary>What a browser's <c>PushSubscription.toJSON()</c> says.</summary>
/// <param name="Endpoint">The push service's address.</param>
/// <param name="Keys">Its keys.</param>
internal sealed record PushRequest(string? Endpoint, PushRequestKeys? Keys);
