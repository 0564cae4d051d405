using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>Something a device refused: a read that holds every register from the first to the last.</summary>
internal sealed record Hole(RegisterKind Kind, int First, int Last, DateTimeOffset Learned);
