using Telemetry.Gateway.Configuration;
using Telemetry.Model.Control;

namespace Telemetry.Gateway.Control;

/// <summary>The right to write these very values, once. It can be had from the interlocks only, and nothing writes without it.</summary>
internal sealed class WritePermit
{
    private WritePermit(Order order, OverrideRecipe recipe, IReadOnlyList<(string Point, double Value)> steps) => (Order, Recipe, Steps) = (order, recipe, steps);

    /// <summary>The order it was given for.</summary>
    internal Order Order { get; }

    /// <summary>How the device is opened and read back.</summary>
    internal OverrideRecipe Recipe { get; }

    /// <summary>What may be written, in this order.</summary>
    internal IReadOnlyList<(string Point, double Value)> Steps { get; }

    /// <summary>A permit, or why there is none.</summary>
    internal static WritePermit? Ask(Order order, ControlSnapshot snapshot, out Refusal refusal, out double? limit)
    {
        (refusal, limit) = Interlocks.Check(order, snapshot);
        return refusal == Refusal.None && order.Kind != OrderKind.Reserve ? new WritePermit(order, snapshot.Recipe!, WritePlan.For(order, snapshot) ?? []) : null;
    }
}
