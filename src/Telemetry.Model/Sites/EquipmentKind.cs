namespace Telemetry.Model.Sites;

/// <summary>What a piece of equipment is.</summary>
public enum EquipmentKind
{
    /// <summary>Anything not named below.</summary>
    Other,

    /// <summary>A boiler room and its controller.</summary>
    BoilerRoom,

    /// <summary>One boiler of a boiler room, that speaks for itself.</summary>
    Boiler,

    /// <summary>An electricity meter.</summary>
    ElectricityMeter,

    /// <summary>A gas meter.</summary>
    GasMeter,

    /// <summary>A heat meter: what boilers give, or what a network delivers.</summary>
    HeatMeter,

    /// <summary>A room sensor (temperature, humidity).</summary>
    RoomSensor,

    /// <summary>A power distribution unit that feeds servers.</summary>
    PowerDistributionUnit,

    /// <summary>A metering plug.</summary>
    Plug,
}
