using Telemetry.Model.Control;

namespace Telemetry.Analytics.Indicators.Operation;

/// <summary>How often what was ordered was read back, and how often its effect was seen. Pure.</summary>
/// <remarks>Targets: 99 % confirmed of those sent, 97 % with effect of those confirmed. A refused or expired order was not sent to the device.</remarks>
/// <param name="Confirmed">Orders read back ÷ orders written, 0 to 1.</param>
/// <param name="Effective">Orders whose effect was seen ÷ those of which it was looked for, 0 to 1.</param>
public sealed record OrderRates(Figure Confirmed, Figure Effective)
{
    /// <summary>Over a period.</summary>
    /// <param name="orders">The steps of each order that was given in it.</param>
    /// <param name="from">Begin, UTC.</param>
    /// <param name="to">End, excluded, UTC.</param>
    public static OrderRates Of(IReadOnlyCollection<IReadOnlyList<OrderState>> orders, DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentNullException.ThrowIfNull(orders);
        bool Has(IReadOnlyList<OrderState> steps, OrderState state) => steps.Contains(state);
        var confirmed = orders.Count(steps => Has(steps, OrderState.Confirmed) || (Has(steps, OrderState.Released) && !Has(steps, OrderState.Unconfirmed)));
        var lost = orders.Count(steps => Has(steps, OrderState.Unconfirmed));
        var (seen, unseen) = (orders.Count(steps => Has(steps, OrderState.EffectSeen)), orders.Count(steps => Has(steps, OrderState.NoEffect)));
        Figure Share(int good, int all) => all == 0
            ? Figure.Refused("", from, to, FigureProblem.NoDenominator)
            : new Figure { Value = good / (double)all, Unit = "", From = from, To = to, Coverage = 1 };
        return new OrderRates(Share(confirmed, confirmed + lost), Share(seen, seen + unseen));
    }
}
