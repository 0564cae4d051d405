namespace Telemetry.Dashboard.Alarms.Channels;

/// <summary>The keys of a browser's subscription, base64url.</summary>
/// <param name="P256dh">Its public key.</param>
/// <param name="Auth">Its secret.</param>
internal sealed record PushRequestKeys(string? P256dh, string? Auth);
