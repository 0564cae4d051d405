namespace Telemetry.Gateway.Tests.Control.Histories;

/// <summary>Boiler rooms that a town could have: each makes some rule the only one between an order and the plant.</summary>
internal enum RoomKind
{
    /// <summary>The school as it ships.</summary>
    AsShipped,

    /// <summary>The controller tells its own burner.</summary>
    OwnBurner,

    /// <summary>The controller tells its fault by a code only.</summary>
    OwnCode,

    /// <summary>No switch on site can be heard: safety could never be ended.</summary>
    NoSwitch,

    /// <summary>The site opens the set point far beyond what the controller takes.</summary>
    WideSite,

    /// <summary>A memory that bears four writes a day.</summary>
    SmallBudget,
}
