using Telemetry.Gateway.Configuration;
using Telemetry.Model.Control;
using Telemetry.Model.Measures;

namespace Telemetry.Gateway.Commissioning.Simulation;

/// <summary>A believable value for a point at an instant: a pure function, so that a restart goes on where it was.</summary>
internal static class SyntheticValue
{
    private const double Day = 86_400;
    private static readonly DateTimeOffset Epoch = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static double Of(DevicePoint point, DateTimeOffset at)
    {
        var seconds = (at - Epoch).TotalSeconds;
        var phase = Phase(point.Point.Id.ToString());
        var value = point.Point.Accumulation == Accumulation.Counter
            ? Count(point, seconds)
            : Moment(point, seconds, phase);
        return Math.Round(point.Band is { } band ? Math.Clamp(value, band.Min, band.Max) : value, 3);
    }

    private static double Moment(DevicePoint point, double seconds, double phase) => point.Point.Quantity switch
    {
        _ when point.Point.Function == PointFunction.Setpoint => SetPoint(point),
        Quantity.Temperature => Temperature(point.Point.Id.Name, seconds, phase),
        Quantity.RelativeHumidity => 45 + (8 * Wave(seconds, Day, phase)),
        Quantity.ActivePower or Quantity.ApparentPower => Scaled(point, "kW", 3_000 + (2_000 * Wave(seconds, Day, 0)) + (300 * Wave(seconds, 900, phase))),
        Quantity.Voltage => 230 + (2 * Wave(seconds, 1_800, phase)),
        Quantity.Current => 8 + (5 * Wave(seconds, Day, 0)),
        Quantity.Frequency => 50 + (0.02 * Wave(seconds, 300, phase)),
        Quantity.OnOff => 1,
        Quantity.Mode => (double)HeatingMode.Automatic,
        _ => 0,
    };

    private static double Temperature(string name, double seconds, double phase) => name switch
    {
        _ when Says(name, "outdoor") => 5 + (5 * Wave(seconds, Day, 0)),
        _ when Says(name, "flow") => 48 + (4 * Wave(seconds, 1_200, phase)),
        _ when Says(name, "return") => 38 + (3 * Wave(seconds, 1_200, phase)),
        _ when Says(name, "dhw") => 55 + (3 * Wave(seconds, 3_600, phase)),
        _ => 19.5 + (0.8 * Wave(seconds, Day, phase)),
    };

    private static double SetPoint(DevicePoint point) => point.Point.Quantity switch
    {
        Quantity.Temperature when Says(point.Point.Id.Name, "dhw") => 55,
        Quantity.Temperature when Says(point.Point.Id.Name, "flow") => 50,
        Quantity.Temperature when Says(point.Point.Id.Name, "reduced") => 16,
        Quantity.Temperature => 19.5,
        _ => point.Band?.Min ?? 0,
    };

    /// <summary>Never falls: its rate swings with the day between a fifth and nearly twice its mean.</summary>
    private static double Count(DevicePoint point, double seconds)
    {
        var hours = (seconds - (0.8 * Day / (2 * Math.PI) * Math.Cos(2 * Math.PI * seconds / Day))) / 3_600;
        return point.Point.Quantity == Quantity.Energy ? Scaled(point, "kWh", 3_000 * Math.Max(0, hours)) : 0.5 * Math.Max(0, hours);
    }

    /// <summary>Watts or watt-hours in the point's own unit.</summary>
    private static double Scaled(DevicePoint point, string thousand, double value) =>
        string.Equals(point.Point.Unit, thousand, StringComparison.OrdinalIgnoreCase) ? value / 1_000 : value;

    private static bool Says(string name, string word) => name.Contains(word, StringComparison.Ordinal);

    private static double Wave(double seconds, double period, double phase) => Math.Sin((2 * Math.PI * seconds / period) + phase);

    /// <summary>The same for the same name on every machine and at every start, unlike a hash code.</summary>
    private static double Phase(string name) => name.Aggregate(17, (sum, letter) => ((sum * 31) + letter) % 6_283) / 1_000.0;
}
