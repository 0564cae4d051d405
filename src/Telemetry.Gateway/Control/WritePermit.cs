using Telemetry.Gateway.Configuration;
using Telemetry.Model.Control;

namespace Telemetry.Gateway.Control;

/// <summary>The right to write one order's recipe. It can be had from the interlocks only, and nothing writes without it.</summary>
internal sealed class WritePermit
{
    private WritePermit(Order order, OverrideRecipe recipe) => (Order, Recipe) = (order, recipe);

    /// <summary>The order it was given for.</summary>
    internal Order Order { get; }

    /// <summary>What may be written.</summary>
    internal OverrideRecipe Recipe { get; }

    /// <summary>A permit, or why there is none.</summary>
    internal static WritePermit? Ask(Order order, ControlSnapshot snapshot, out Refusal refusal, out double? limit)
    {
        (refusal, limit) = Interlocks.Check(order, snapshot);
        return refusal == Refusal.None ? new WritePermit(order, snapshot.Recipe!) : null;
    }
}
