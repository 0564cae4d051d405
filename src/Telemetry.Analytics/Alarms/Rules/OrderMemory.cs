using Telemetry.Model.Control;

namespace Telemetry.Analytics.Alarms.Rules;

/// <summary>What became of the orders of one equipment, as far as alarms care.</summary>
public sealed record OrderMemory
{
    private const int Most = 20;

    /// <summary>Nothing was ordered.</summary>
    public static OrderMemory None { get; } = new();

    /// <summary>When the last order was not confirmed; null when none was, or one was confirmed after it.</summary>
    public DateTimeOffset? UnconfirmedAt { get; init; }

    /// <summary>Whether one of those not confirmed since was to stop the heating or to put it in safety.</summary>
    public bool StopUnconfirmed { get; init; }

    /// <summary>When the order in force was told to be without effect; null when it was not, or is over.</summary>
    public DateTimeOffset? NoEffectAt { get; init; }

    /// <summary>When orders were refused on the edge, the latest ones.</summary>
    public IReadOnlyList<DateTimeOffset> Refused { get; init; } = [];

    /// <summary>When an order was refused because the device's memory had borne enough writes; null when none was.</summary>
    public DateTimeOffset? BudgetSpentAt { get; init; }

    /// <summary>One more step of an order.</summary>
    /// <param name="report">The step.</param>
    /// <param name="order">The order; null when it is not known any more.</param>
    public OrderMemory With(OrderReport report, Order? order)
    {
        ArgumentNullException.ThrowIfNull(report);
        var stops = order is { Kind: OrderKind.SafeState } or { Kind: OrderKind.Force, Value: (double)HeatingMode.Standby };
        return report switch
        {
            { State: OrderState.Unconfirmed } => this with { UnconfirmedAt = report.At, StopUnconfirmed = StopUnconfirmed || stops },
            { State: OrderState.Confirmed or OrderState.Released } => this with { UnconfirmedAt = null, StopUnconfirmed = false, NoEffectAt = null },
            { State: OrderState.NoEffect } => this with { NoEffectAt = report.At },
            { State: OrderState.EffectSeen or OrderState.Replaced } => this with { NoEffectAt = null },
            { State: OrderState.Refused, Refusal: Refusal.WriteBudgetSpent } => this with { BudgetSpentAt = report.At },
            // A gateway that is away refused nothing: its silence is another alarm.
            { State: OrderState.Refused, Refusal: not Refusal.GatewayOffline } => this with { Refused = [.. Refused.TakeLast(Most - 1), report.At] },
            _ => this,
        };
    }
}
