namespace Telemetry.Model.Control;

/// <summary>The mode a boiler controller reports, in words common to all makes.</summary>
public enum HeatingMode
{
    /// <summary>The controller's own programme decides (Automatique).</summary>
    Automatic = 0,

    /// <summary>Comfort set point, always (Confort).</summary>
    Comfort = 1,

    /// <summary>Reduced set point, always (Réduit).</summary>
    Reduced = 2,

    /// <summary>Frost protection only (Hors-gel).</summary>
    Frost = 3,

    /// <summary>Off, frost protection alive (Arrêt).</summary>
    Standby = 4,

    /// <summary>Manual at the device: nobody remote decides.</summary>
    Manual = 5,
}
