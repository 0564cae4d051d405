namespace FirmwareSim.Mqtt;

/// <summary>Where the broker is and who we are there.</summary>
internal sealed record Broker(string Host, int Port, string? User, string? Password);
