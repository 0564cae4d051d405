namespace FirmwareSim.Town;

/// <summary>How a register is shown: its unit and its rounding.</summary>
/// <param name="Unit">What one step of the register is called: kWh, Wh, pulse.</param>
/// <param name="Scale">How much of what flows one unit of the register is.</param>
/// <param name="Rounding">How the register is rounded.</param>
internal sealed record MeterFace(string Unit, double Scale, Func<double, double> Rounding)
{
    /// <summary>Kilowatt-hours in single precision: SDM630.</summary>
    internal static MeterFace Float32 { get; } = new("kWh", 1, value => (float)value);

    /// <summary>Whole watt-hours: Linky.</summary>
    internal static MeterFace WattHours { get; } = new("Wh", 0.001, Math.Floor);

    /// <summary>Whole kilowatt-hours: a heat meter.</summary>
    internal static MeterFace WholeKilowattHours { get; } = new("kWh", 1, Math.Floor);

    /// <summary>Kilowatt-hours with three decimals: Tasmota.</summary>
    internal static MeterFace ThreeDecimals { get; } = new("kWh", 1, value => Math.Floor(value * 1000) / 1000);

    /// <summary>Kilowatt-hours with two decimals: a Zigbee plug.</summary>
    internal static MeterFace TwoDecimals { get; } = new("kWh", 1, value => Math.Floor(value * 100) / 100);

    /// <summary>Watt-hours with three decimals: a Shelly plug.</summary>
    internal static MeterFace FineWattHours { get; } = new("Wh", 0.001, value => Math.Floor(value * 1000) / 1000);

    /// <summary>Watt-hours with two decimals: a Shelly meter.</summary>
    internal static MeterFace CoarseWattHours { get; } = new("Wh", 0.001, value => Math.Floor(value * 100) / 100);

    /// <summary>Whole pulses of a gas meter.</summary>
    internal static MeterFace Pulses(double cubicMetres) => new("pulse", cubicMetres, value => Math.Floor(value + 1e-9));

    /// <summary>An amount as the register shows it.</summary>
    internal double Show(double amount) => Rounding(amount / Scale);
}
