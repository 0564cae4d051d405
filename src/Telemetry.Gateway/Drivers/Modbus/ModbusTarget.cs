using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>A unit on a bus and the manners it needs.</summary>
internal sealed record ModbusTarget(byte Unit, Pauses Pauses, TimeSpan Timeout);
