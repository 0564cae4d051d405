namespace FirmwareSim.Control;

/// <summary>What a person or a supervisor asked of a circuit.</summary>
internal enum CircuitMode
{
    /// <summary>By the weekly programme.</summary>
    Auto,

    /// <summary>Off, frost protection alive.</summary>
    Standby,

    /// <summary>By hand at the panel: outputs stay as they are and frost protection is dead.</summary>
    Manual,

    /// <summary>Comfort without end.</summary>
    Day,

    /// <summary>Reduced without end.</summary>
    Night,
}
