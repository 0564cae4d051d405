namespace Telemetry.Model.Control;

/// <summary>What an order does. The number is kept in stores: never renumber.</summary>
public enum OrderKind
{
    /// <summary>Changes a set point until an instant.</summary>
    Override = 0,

    /// <summary>Ends the change in force and hands control back to the programme.</summary>
    Release = 1,

    /// <summary>Forces a mode until an instant: the point is <c>mode</c>, the value a <see cref="HeatingMode"/>.</summary>
    Force = 2,

    /// <summary>Puts the plant in safety (mise en sécurité): no demand at all, until somebody on site releases it.</summary>
    SafeState = 3,

    /// <summary>Keeps the plant for its author for a quarter of an hour, or gives it up (value 0).</summary>
    Reserve = 4,

    /// <summary>Brings a new version of the programme.</summary>
    Programme = 5,

    /// <summary>Writes a setting that the programme keeps in the controller. Of the gateway itself: never on the wire.</summary>
    Setting = 6,
}
