namespace Telemetry.Model.Measures;

/// <summary>What kind of physical thing a point is about (Brick and QUDT words).</summary>
public enum Quantity
{
    /// <summary>No unit, no better word.</summary>
    Dimensionless,

    /// <summary>Temperature, °C.</summary>
    Temperature,

    /// <summary>Relative humidity, %.</summary>
    RelativeHumidity,

    /// <summary>Active power, W; import positive, export negative.</summary>
    ActivePower,

    /// <summary>Apparent power, VA.</summary>
    ApparentPower,

    /// <summary>Energy, kWh.</summary>
    Energy,

    /// <summary>Volume, m³.</summary>
    Volume,

    /// <summary>Voltage, V.</summary>
    Voltage,

    /// <summary>Current, A.</summary>
    Current,

    /// <summary>Frequency, Hz.</summary>
    Frequency,

    /// <summary>Something off (0) or on (1).</summary>
    OnOff,

    /// <summary>A fault absent (0) or present (1).</summary>
    Fault,

    /// <summary>A heating mode; the value is a <see cref="Control.HeatingMode"/>.</summary>
    Mode,
}
