namespace Telemetry.Model.Control;

/// <summary>Where an order is in its life. The number is kept in stores: never renumber.</summary>
public enum OrderState
{
    /// <summary>Asked, not yet heard by the gateway.</summary>
    Requested = 0,

    /// <summary>The gateway's checks passed; the write is under way.</summary>
    Checked = 1,

    /// <summary>Written and read back from the device with the value asked.</summary>
    Confirmed = 2,

    /// <summary>Over: the controller decides again, read back from the device.</summary>
    Released = 3,

    /// <summary>A check said no; nothing was written.</summary>
    Refused = 4,

    /// <summary>Written, but the device does not read back what was asked.</summary>
    Unconfirmed = 5,

    /// <summary>Nobody executed it in time; nothing was written.</summary>
    Expired = 6,

    /// <summary>A later order took its place.</summary>
    Replaced = 7,

    /// <summary>The device has taken the write; not yet read back.</summary>
    Sent = 8,

    /// <summary>The plant does what was asked: its own set point in force, its pump or its water show it.</summary>
    EffectSeen = 9,

    /// <summary>Confirmed, but nothing at the plant shows it a quarter of an hour later.</summary>
    NoEffect = 10,
}
