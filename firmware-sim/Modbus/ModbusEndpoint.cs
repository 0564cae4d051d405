using System.Net;

namespace FirmwareSim.Modbus;

/// <summary>An address of the town and the units behind it.</summary>
/// <param name="Name">For people watching.</param>
/// <param name="Address">Where to listen.</param>
/// <param name="Units">By unit number; other numbers stay silent.</param>
/// <param name="IdleLimit">An idle connection is closed after this long; null for never.</param>
internal sealed record ModbusEndpoint(string Name, IPEndPoint Address, IReadOnlyDictionary<byte, IModbusUnit> Units, TimeSpan? IdleLimit);
