namespace Telemetry.Gateway.Configuration;

/// <summary>One line to field devices: a TCP endpoint, be it a device or a converter with many behind it.</summary>
internal sealed record BusConfiguration(string Id, string Host, int Port);
