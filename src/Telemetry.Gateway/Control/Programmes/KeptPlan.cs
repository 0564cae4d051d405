using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control.Heating;
using Telemetry.Model.Measures;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Gateway.Control.Programmes;

/// <summary>Which values a programme keeps in its controller now: pure.</summary>
internal static class KeptPlan
{
    /// <summary>The points and their values, on the steps that the site allows.</summary>
    /// <param name="programme">The version in force.</param>
    /// <param name="zone">The zone that the device heats; null without one.</param>
    /// <param name="device">What the site opened there.</param>
    /// <param name="runs">A legionella run is under way.</param>
    internal static IReadOnlyList<(string Point, double Value, int Asked)> Of(Programme programme, ZoneProgramme? zone, DeviceConfiguration device, bool runs)
    {
        var plan = new List<(string, double, int)>();
        void Add(string? point, double? value, int asked)
        {
            if (point is not null && value is { } wanted && Opened(device, point) is { } bounds)
            {
                plan.Add((point, OnStep(wanted, bounds), asked));
            }
        }

        foreach (var (setting, asked) in programme.Kept)
        {
            if (setting != Setting.HotWater)
            {
                Add(ControllerSettings.PointOf(setting), ValueOf(zone, setting), asked);
            }
            else if (programme.HotWater is { } water)
            {
                // A run asks no more than the site lets the tank have.
                double Most(string point) => Opened(device, point) is { } bounds ? Math.Min(HotWaterRun.Setpoint(water), bounds.Max) : double.NaN;
                Add(ControllerSettings.Tank, runs ? Most(ControllerSettings.Tank) : water.Setpoint, asked);
                Add(runs ? ControllerSettings.TankAtRest : null, Most(ControllerSettings.TankAtRest), asked);
            }
        }

        return plan;
    }

    /// <summary>Whether a site offers what a programme wants to keep in one of its controllers.</summary>
    internal static bool IsOffered(Setting setting, DeviceConfiguration device) => ControllerSettings.PointOf(setting) is { } point && Opened(device, point) is not null;

    /// <summary>The points that show the settings which a site lets the gateway keep in a controller.</summary>
    internal static IEnumerable<string> Shown(DeviceConfiguration device) => device.Points.Select(point => point.Profile.Name)
        .Where(point => point != ControllerSettings.TankAtRest && ControllerSettings.KeptAt(point) is not null && Opened(device, point) is not null);

    /// <summary>What the site lets a point have; null where it does not open it.</summary>
    internal static Bounds? Opened(DeviceConfiguration device, string point) => device.Find(point) is { Point.Bounds: { } bounds, Profile.Write: not null } ? bounds : null;

    private static double? ValueOf(ZoneProgramme? zone, Setting setting) => zone?.Settings.Values().Where(one => one.Setting == setting).Select(one => (double?)one.Value).FirstOrDefault();

    private static double OnStep(double value, Bounds bounds) => (double)(Math.Round((decimal)value / (decimal)bounds.Step, MidpointRounding.AwayFromZero) * (decimal)bounds.Step);
}
