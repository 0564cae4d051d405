using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>One read request and the points it serves.</summary>
internal sealed record ReadBlock(RegisterKind Kind, ushort Address, int Count, IReadOnlyList<DevicePoint> Points);
