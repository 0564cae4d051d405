using Telemetry.Model.Control;

namespace Telemetry.Gateway.Control;

/// <summary>Whether the plant does what was asked of it (interlock S06): pure.</summary>
/// <remarks>
/// A write that reads back is not a result. The controller must follow: its own set point in force is the one asked, and where heat is wanted its pump
/// runs or its water rises by 3 K; where none is, the pump stops or the water, or what is asked of it, falls.
/// </remarks>
internal static class EffectRule
{
    /// <summary>Longest wait for an effect, civil time.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private const double Rise = 3;
    private const double Difference = 0.5;

    /// <summary>True when it shows, false when not yet, null when this plant has nothing to show it by.</summary>
    /// <param name="order">What is in force.</param>
    /// <param name="before">The plant when it was confirmed.</param>
    /// <param name="now">The plant now.</param>
    internal static bool? Seen(Order order, PlantFacts before, PlantFacts now)
    {
        if (now is { ActiveSetpoint: null, Pump: null, Flow: null })
        {
            return null;
        }

        var asked = order.Kind == OrderKind.Override ? order.Value : double.NaN;
        if (now.ActiveSetpoint is { } active && double.IsFinite(asked) && Math.Abs(active - asked) > 0.3)
        {
            return false;
        }

        return Direction(order, now) switch
        {
            > 0 => now is { Pump: null, Flow: null } || now.Pump == true || now.Flow >= before.Flow + Rise,
            < 0 => now is { Pump: null, Flow: null } || now.Pump == false || now.Flow <= before.Flow - Rise || now.FlowSetpoint <= before.FlowSetpoint - 2,
            _ => true,
        };
    }

    // 1 when heat is wanted, -1 when it is not, 0 when the room is about where it should be or nobody knows.
    private static int Direction(Order order, PlantFacts now)
    {
        if (order.Kind == OrderKind.Force)
        {
            return (HeatingMode)(int)order.Value switch
            {
                HeatingMode.Standby => -1,
                _ when now is { Room: { } measured, ActiveSetpoint: { } aim } => Sign(aim - measured),
                _ => 0,
            };
        }

        return now.Room is { } room ? Sign(order.Value - room) : 0;
    }

    private static int Sign(double gap) => gap > Difference ? 1 : gap < -Difference ? -1 : 0;
}
