using System.Globalization;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Control;
using Telemetry.Model.Measures;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Boilers;

/// <summary>An order as a person filled it in, and what is wrong with it.</summary>
/// <param name="Value">Temperature asked; null when it cannot be read.</param>
/// <param name="End">Its end; null when none was chosen.</param>
/// <param name="Reason">Why.</param>
/// <param name="Problem">What to mend; null when it can be sent.</param>
internal sealed record OrderDraft(double? Value, EndChoice? End, string Reason, string? Problem)
{
    public const int LongestReason = 120;

    /// <summary>Real time an order has to be executed; it is dead afterwards.</summary>
    public static readonly TimeSpan RealLife = TimeSpan.FromMinutes(2);

    /// <summary>Reads a form. A decimal comma is a decimal point.</summary>
    public static OrderDraft Read(string? value, EndChoice? end, bool endGone, string? reason, Bounds bounds, BuildingUse use, Language language)
    {
        var number = Parse(value);
        var why = (reason ?? "").Trim();
        return new(number, end, why, Fault(number, end, endGone, why, bounds, use, language));
    }

    /// <summary>A temperature typed or sent by a form; null when it is none.</summary>
    public static double? Parse(string? value) =>
        double.TryParse(value?.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;

    /// <summary>The temperature above which a reason is asked: the energy code's limit, more where small children are.</summary>
    public static double ReasonAbove(BuildingUse use) => use == BuildingUse.Nursery ? 22 : 19;

    /// <summary>The order to send. Its life is counted in real time, which the town's clock may run through faster.</summary>
    public Order ToOrder(Guid id, PointId point, string by, DateTimeOffset now, double clockSpeed) => new()
    {
        Id = id,
        Kind = OrderKind.Override,
        Point = point,
        Value = Value!.Value,
        Until = End!.At,
        RequestedAt = now,
        ExpiresAt = now + (RealLife * Math.Max(1, clockSpeed)),
        By = by,
        Reason = Reason,
        Role = OrderRole.Technician,
    };

    /// <summary>The order that a sealed ticket of any other kind stands for.</summary>
    public static Order OfTicket(OrderTicket ticket, PointId point, OrderRole role, DateTimeOffset now, double clockSpeed) => new()
    {
        Id = ticket.Order,
        Kind = ticket.Kind,
        Point = point,
        Value = ticket.Kind == OrderKind.SafeState ? double.NaN : ticket.Value,
        Until = ticket.Until,
        RequestedAt = now,
        ExpiresAt = now + (RealLife * Math.Max(1, clockSpeed)),
        By = ticket.By,
        Reason = ticket.Reason,
        Role = role,
    };

    /// <summary>The order that ends the one in force.</summary>
    public static Order Release(PointId point, string by, DateTimeOffset now, double clockSpeed) => new()
    {
        Id = Guid.NewGuid(),
        Kind = OrderKind.Release,
        Point = point,
        Value = double.NaN,
        Until = now + (RealLife * Math.Max(1, clockSpeed)),
        RequestedAt = now,
        ExpiresAt = now + (RealLife * Math.Max(1, clockSpeed)),
        By = by,
        Reason = "",
        Role = OrderRole.Technician,
    };

    private static string? Fault(double? number, EndChoice? end, bool endGone, string why, Bounds bounds, BuildingUse use, Language language)
    {
        if (number is not { } asked || !bounds.Contains(asked))
        {
            return language.Say(OrderWords.OutOfBounds, OrderSentence.Degrees(bounds.Min, language), OrderSentence.Degrees(bounds.Max, language));
        }

        var steps = (asked - bounds.Min) / bounds.Step;
        if (Math.Abs(steps - Math.Round(steps)) > 1e-6)
        {
            return language.Say(OrderWords.OffStep, OrderSentence.Degrees(bounds.Step, language));
        }

        if (end is null)
        {
            return language.Say(endGone ? OrderWords.EndGone : OrderWords.NoEnd);
        }

        if (why.Length > LongestReason)
        {
            return language.Say(OrderWords.LongReason, language.Number(LongestReason, 0));
        }

        return asked > ReasonAbove(use) && why.Length == 0
            ? language.Say(OrderWords.NeedsReason, OrderSentence.Degrees(ReasonAbove(use), language))
            : null;
    }
}
