namespace Telemetry.Analytics.Alarms.OnCall;

/// <summary>A browser that asked to be told (Push API).</summary>
/// <param name="Endpoint">The push service's address for it.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="P256dh">Its public key, base64url.</param>
/// <param name="Auth">Its authentication secret, base64url.</param>
public sealed record Subscription(string Endpoint, string Account, string P256dh, string Auth);
