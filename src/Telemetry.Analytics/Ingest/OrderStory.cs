using Telemetry.Model.Control;

namespace Telemetry.Analytics.Ingest;

/// <summary>An order and everything that became of it.</summary>
/// <param name="Order">What was asked.</param>
/// <param name="Reports">Each step, in time order; at least one.</param>
public sealed record OrderStory(Order Order, IReadOnlyList<OrderReport> Reports)
{
    /// <summary>Where the order is now.</summary>
    public OrderReport Last => Reports[^1];

    /// <summary>True while the change asked is in force at the device.</summary>
    public bool InForce => Order.Kind is OrderKind.Override or OrderKind.Force or OrderKind.SafeState
        && Last.State is OrderState.Confirmed or OrderState.EffectSeen or OrderState.NoEffect;
}
