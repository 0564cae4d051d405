namespace Telemetry.Analytics.Alarms.OnCall;

/// <summary>Somebody who may be on call.</summary>
/// <param name="Id">Unique name.</param>
/// <param name="Name">As shown to colleagues.</param>
/// <param name="Mail">Where messages go; empty for none.</param>
/// <param name="Account">The account whose browsers are told; empty for none.</param>
public sealed record Person(Guid Id, string Name, string Mail, string Account);
