namespace Telemetry.Model.Energy;

/// <summary>What the energy behind a register is used for.</summary>
public enum EndUse
{
    /// <summary>Everything behind the meter.</summary>
    All,

    /// <summary>IT equipment: servers, network, PCs, copiers.</summary>
    It,

    /// <summary>Servers and network of the server room: the IT energy of the PUE.</summary>
    ServerRoomIt,

    /// <summary>Cooling of the server room.</summary>
    ServerRoomCooling,
}
