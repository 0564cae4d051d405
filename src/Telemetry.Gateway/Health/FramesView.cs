using Telemetry.Gateway.Drivers.Modbus;

namespace Telemetry.Gateway.Health;

/// <summary>The latest frames of a bus: the shape of <c>/frames.json</c>.</summary>
/// <param name="Bus">The bus.</param>
/// <param name="Frames">In order.</param>
internal sealed record FramesView(string Bus, IReadOnlyList<BusFrame> Frames);
