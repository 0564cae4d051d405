namespace Telemetry.Messaging.Sparkplug;

/// <summary>The nine Sparkplug messages, written in topics in capitals.</summary>
public enum MessageType
{
    /// <summary>NBIRTH: a node tells all it has.</summary>
    NodeBirth,

    /// <summary>NDEATH: a node left, or the broker says so.</summary>
    NodeDeath,

    /// <summary>DBIRTH: a device behind a node tells all it has.</summary>
    DeviceBirth,

    /// <summary>DDEATH: a device is out of reach.</summary>
    DeviceDeath,

    /// <summary>NDATA: values of the node.</summary>
    NodeData,

    /// <summary>DDATA: values of a device.</summary>
    DeviceData,

    /// <summary>NCMD: a host asks something of the node.</summary>
    NodeCommand,

    /// <summary>DCMD: a host asks something of a device.</summary>
    DeviceCommand,

    /// <summary>STATE: a host is there or not.</summary>
    State,
}
