using Telemetry.Analytics.Ingest;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Boilers;

/// <summary>Where an order is, in one sentence. Pure.</summary>
internal static class OrderSentence
{
    /// <summary>The sentence of an order's last report.</summary>
    public static string Of(OrderReport report, TimeZoneInfo zone, Language language) => report.State switch
    {
        OrderState.Requested => language.Say(OrderWords.Sent),
        OrderState.Checked => language.Say(OrderWords.Received),
        OrderState.Sent => language.Say(OrderWords.TakenByDevice),
        OrderState.EffectSeen => Read(report, OrderWords.EffectRead, OrderWords.EffectSeen, zone, language),
        OrderState.NoEffect => language.Say(OrderWords.NoEffect, language.Hour(report.At, zone)),
        OrderState.Confirmed => Read(report, OrderWords.Applied, OrderWords.AppliedPlain, zone, language),
        OrderState.Released when report.Refusal == Refusal.FrostProtection => language.Say(OrderWords.ReleasedForFrost, language.Hour(report.At, zone)),
        OrderState.Released => Read(report, OrderWords.ReleasedRead, OrderWords.Released, zone, language),
        OrderState.Replaced => language.Say(OrderWords.Replaced),
        OrderState.Expired => language.Say(OrderWords.Expired),
        OrderState.Refused when report.Refusal == Refusal.GatewayOffline => language.Say(OrderWords.NotSent),
        OrderState.Refused => language.Say(OrderWords.Refused, Why(report, language)),
        _ => language.Say(OrderWords.Unconfirmed, Why(report, language) + (report.ReadBack is { } read ? $" ({Degrees(read, language)})" : "")),
    };

    /// <summary>Whether nothing more is to come before the order's end.</summary>
    public static bool IsSettled(OrderState state) => state is not (OrderState.Requested or OrderState.Checked or OrderState.Sent);

    /// <summary>What was asked, for the journal.</summary>
    public static string Asked(OrderStory story, DateTimeOffset now, TimeZoneInfo zone, Language language) =>
        story.Order.Kind switch
        {
            OrderKind.Release => language.Say(OrderWords.WhatRelease),
            OrderKind.Force => language.Say(OrderWords.WhatForce, Mode(story.Order, language), language.When(story.Order.Until, now, zone)),
            OrderKind.SafeState => language.Say(OrderWords.WhatSafety),
            OrderKind.Reserve => language.Say(story.Order.Value == 0 ? OrderWords.WhatGiveUp : OrderWords.WhatReserve),
            OrderKind.Programme => language.Say(OrderWords.WhatProgramme),
            _ => language.Say(OrderWords.WhatOverride, Degrees(story.Order.Value, language), language.When(story.Order.Until, now, zone)),
        };

    /// <summary>Where an order of the journal is; a programme is not applied but kept.</summary>
    public static string Of(OrderStory story, TimeZoneInfo zone, Language language) =>
        story is { Order.Kind: OrderKind.Programme, Last.State: OrderState.Confirmed }
            ? language.Say(OrderWords.Kept, language.Hour(story.Last.At, zone))
            // What reads back of a mode is no temperature.
            : Of(story.Order.Kind is OrderKind.Force or OrderKind.SafeState ? story.Last with { ReadBack = null } : story.Last, zone, language);

    /// <summary>The mode that an order forces, in a word.</summary>
    public static string Mode(Order order, Language language)
    {
        ArgumentNullException.ThrowIfNull(order);
        return language.Say((HeatingMode)(int)order.Value switch
        {
            HeatingMode.Comfort => OrderWords.ModeComfort,
            HeatingMode.Reduced => OrderWords.ModeReduced,
            HeatingMode.Frost => OrderWords.ModeFrost,
            _ => OrderWords.ModeStop,
        });
    }

    /// <summary>A temperature as the technician reads it.</summary>
    public static string Degrees(double value, Language language) => language.Measure(value, 1, "°C");

    private static string Read(OrderReport report, Phrase withValue, Phrase without, TimeZoneInfo zone, Language language) =>
        report.ReadBack is { } value
            ? language.Say(withValue, language.Hour(report.At, zone), Degrees(value, language))
            : language.Say(without, language.Hour(report.At, zone));

    /// <summary>Why an order was refused, with the number of the interlock that did.</summary>
    public static string Why(OrderReport report, Language language)
    {
        var limit = (report.Refusal, report.Limit) switch
        {
            (_, null) => "?",
            (Refusal.EndTooFar, { } hours) => language.Say(OrderWords.Hours, language.Number(hours, 0)),
            (Refusal.Reserved or Refusal.EquipmentWait, { } minutes) => language.Say(OrderWords.Minutes, language.Number(minutes, 0)),
            (Refusal.WrongCode, { } tries) => language.Say(OrderWords.Tries, language.Number(tries, 0)),
            (Refusal.TooFast, { } seconds) => language.Say(OrderWords.Seconds, language.Number(seconds, 0)),
            (Refusal.ProgrammeStale or Refusal.ProgrammeInvalid, { } number) => language.Number(number, 0),
            (_, { } degrees) => Degrees(degrees, language),
        };
        return language.Say(RefusalWords.All.GetValueOrDefault(report.Refusal, RefusalWords.All[Refusal.None]), limit);
    }
}
