using Telemetry.Gateway.Configuration;
using Telemetry.Model.Control;

namespace Telemetry.Gateway.Control;

/// <summary>Which values an order writes, in their order: pure.</summary>
internal static class WritePlan
{
    /// <summary>The steps; null when the device does not offer what is asked.</summary>
    internal static IReadOnlyList<(string Point, double Value)>? For(Order order, ControlSnapshot snapshot)
    {
        var recipe = snapshot.Recipe!;
        return order.Kind switch
        {
            OrderKind.Override => Steps(recipe.Apply, order.Value, snapshot),
            OrderKind.Force => Mode(new Wanted((HeatingMode)(int)order.Value, ForcedSetpoint(order, snapshot)), snapshot),
            OrderKind.SafeState => Mode(new Wanted(HeatingMode.Standby, double.NaN), snapshot),
            OrderKind.Setting => [(order.Point.Name, order.Value)],
            OrderKind.Programme => snapshot.Under is { } wanted ? Mode(wanted, snapshot) : null,
            _ => snapshot.Under is { } under ? Mode(Tamed(under, snapshot), snapshot) ?? Steps(recipe.Release, double.NaN, snapshot) : Steps(recipe.Release, double.NaN, snapshot),
        };
    }

    // Giving back is never refused, and never asks more than the site allows people to ask.
    private static Wanted Tamed(Wanted under, ControlSnapshot snapshot) =>
        under.Mode == HeatingMode.Comfort && snapshot.Installed?.Find(snapshot.Recipe!.Point)?.Point.Bounds is { } bounds && double.IsFinite(under.Setpoint)
            ? under with { Setpoint = Math.Clamp(under.Setpoint, bounds.Min, bounds.Max) }
            : under;

    // A forced mode has the set point that the programme has for it; else the device's own.
    private static double ForcedSetpoint(Order order, ControlSnapshot snapshot) =>
        snapshot.Under is { } under && under.Mode == (HeatingMode)(int)order.Value ? under.Setpoint : double.NaN;

    private static List<(string Point, double Value)>? Mode(Wanted wanted, ControlSnapshot snapshot)
    {
        var recipe = snapshot.Recipe!;
        if (recipe.Modes.TryGetValue(wanted.Mode, out var steps))
        {
            return Steps(steps, wanted.Setpoint, snapshot);
        }

        // A device that only takes a set point is led by it; it cannot be stopped.
        return recipe.Modes.Count == 0 && wanted.Mode != HeatingMode.Standby && double.IsFinite(wanted.Setpoint) ? Steps(recipe.Apply, Within(recipe.Point, wanted.Setpoint, snapshot), snapshot) : null;
    }

    private static List<(string Point, double Value)> Steps(IReadOnlyList<RecipeStep> recipe, double asked, ControlSnapshot snapshot)
    {
        var steps = new List<(string, double)>();
        foreach (var step in recipe)
        {
            var value = step.From switch
            {
                StepValue.Asked => asked,
                StepValue.Previous => snapshot.Previous.TryGetValue(step.Point, out var before) ? Within(step.Point, before, snapshot) : double.NaN,
                _ => step.Fixed,
            };

            // What was never read cannot be put back, and what nobody asked stays: that step is left out.
            if (!double.IsNaN(value))
            {
                steps.Add((step.Point, value));
            }
        }

        return steps;
    }

    private static double Within(string point, double value, ControlSnapshot snapshot) =>
        snapshot.Installed?.Find(point)?.Profile is { Write.Bounds: { } bounds, Register.Values.Count: 0 } ? Math.Clamp(value, bounds.Min, bounds.Max) : value;
}
