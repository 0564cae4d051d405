namespace Telemetry.Messaging.Sparkplug;

/// <summary>What a host hears of one node or device.</summary>
/// <param name="Type">NBIRTH, DBIRTH, NDATA, DDATA, NDEATH or DDEATH.</param>
/// <param name="Group">The municipality.</param>
/// <param name="Node">The gateway.</param>
/// <param name="Device">The equipment; empty for the node itself.</param>
/// <param name="Payload">Metrics with their names; empty for deaths.</param>
public sealed record HostEvent(MessageType Type, string Group, string Node, string Device, Payload Payload);
