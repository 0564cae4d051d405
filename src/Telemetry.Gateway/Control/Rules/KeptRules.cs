using Telemetry.Model.Control;
using Telemetry.Model.Settings;

namespace Telemetry.Gateway.Control;

/// <summary>Rules about settings that the gateway keeps in a controller (S13, S15, S28), whatever the programme's own checks have let pass.</summary>
internal static class KeptRules
{
    private const double LeastAtRest = 40;

    internal static Verdict WithinRules(Order order, ControlSnapshot snapshot)
    {
        if (order.Kind != OrderKind.Setting)
        {
            return Verdict.Pass;
        }

        var (least, most) = Range(order.Point.Name, snapshot.Emitter, snapshot.HotWaterRuns);
        return order.Value < least ? new(Refusal.BelowMinimum, least)
            : order.Value > most ? new(Refusal.AboveMaximum, most)
            : Verdict.Pass;
    }

    /// <summary>
    /// A tank as hot as only a legionella run may have it is made cooler: the end of the run, which no doubt about the clock, no fault, no colleague, no
    /// spent budget and no safety holds up (S15).
    /// </summary>
    internal static bool Cools(Order order, ControlSnapshot snapshot) =>
        order is { Kind: OrderKind.Setting, Point.Name: ControllerSettings.Tank or ControllerSettings.TankAtRest }
        && snapshot.Device is { } device && device.Values.TryGetValue(order.Point.Name, out var present)
        && order.Value < present && present > Range(order.Point.Name, snapshot.Emitter, runs: false).Most;

    /// <summary>What a kept setting may ever be.</summary>
    /// <param name="point">One that <see cref="ControllerSettings.KeptAt"/> knows.</param>
    /// <param name="emitter">What heats the zone; null when nobody said.</param>
    /// <param name="runs">A legionella run is under way.</param>
    internal static (double Least, double Most) Range(string point, Emitter? emitter, bool runs)
    {
        // Who heats a floor and did not say so would damage it: without a word, the floor's bounds.
        var bounds = SettingRules.Of(ControllerSettings.KeptAt(point)!.Value, emitter: emitter ?? Emitter.Underfloor).Bounds;
        return point is not (ControllerSettings.Tank or ControllerSettings.TankAtRest) ? (bounds.Min, bounds.Max)
            // A tank that nobody uses may be kept cooler, as its controller had it.
            : (point == ControllerSettings.TankAtRest ? LeastAtRest : bounds.Min, runs ? SettingRules.Of(Setting.LegionellaRun).Bounds.Max + Heating.HotWaterRun.Above : bounds.Max);
    }
}
