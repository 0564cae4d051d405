using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Boilers.Cascades;
using Telemetry.Dashboard.Programmes;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Live;

/// <summary>A boiler room in words and figures, the same for the page and for the live stream.</summary>
internal sealed record BoilerView
{
    public required string Key { get; init; }

    public required string Urgency { get; init; }

    public required string Word { get; init; }

    public required string Sentence { get; init; }

    public required IReadOnlyList<FigureView> Figures { get; init; }

    /// <summary>The newest order's name; empty when there is none.</summary>
    public required string Order { get; init; }

    /// <summary>Where that order is.</summary>
    public required string OrderText { get; init; }

    /// <summary>The order in force, so that it can be ended; empty when there is none.</summary>
    public required string Held { get; init; }

    /// <summary>Where its programme is.</summary>
    public required string Programme { get; init; }

    /// <summary>Who wrote the set point.</summary>
    public required string Author { get; init; }

    /// <summary>Who is at work on the plant, in one sentence; empty for nobody.</summary>
    public required string Holder { get; init; }

    /// <summary>The same, said to the person themselves; empty for nobody.</summary>
    public required string HolderYou { get; init; }

    /// <summary>Their name, so that a page need not warn people of themselves.</summary>
    public required string HolderName { get; init; }

    /// <summary>Which of its boilers should lead; empty where none are named.</summary>
    public required string CascadeLead { get; init; }

    /// <summary>How many of them should run, and do; empty where none are named.</summary>
    public required string CascadeCount { get; init; }

    public static BoilerView Of(BoilerRoom room, Language language)
    {
        var sentence = BoilerSentence.Of(room.Facts, language);
        var newest = room.Newest;
        return new BoilerView
        {
            Key = room.Key,
            Urgency = sentence.Urgency.ToString().ToLowerInvariant(),
            Word = language.Say(BoilerWords.Of(sentence.Urgency)),
            Sentence = sentence.Text,
            Figures =
            [
                Figure("flow", room.Flow, room.Slack, language),
                Figure("return", room.Return, room.Slack, language),
                Figure("room", room.Room, room.Slack, language),
                Figure("setpoint", room.Setpoint, room.Slack, language),
                Figure("outdoor", room.Outdoor, room.Slack, language),
            ],
            Order = newest?.Order.Id.ToString("N") ?? "",
            OrderText = newest is null ? "" : OrderSentence.Of(newest, room.Facts.Zone, language),
            // Nobody ends a mise en sécurité from here.
            Held = room.InForce is { Order.Kind: not OrderKind.SafeState } held ? held.Order.Id.ToString("N") : "",
            Programme = ProgrammeStatus.Of(room, language),
            Author = SetpointAuthor.Say(room, language),
            Holder = HeldBy(room, language),
            HolderYou = room.Holder is { } you ? language.Say(OrderWords.HeldByYou, language.When(you.Until, room.Facts.Now, room.Facts.Zone)) : "",
            HolderName = room.Holder?.By ?? "",
            CascadeLead = room.Cascade is { } boilers ? CascadeSentence.Lead(boilers, language) : "",
            CascadeCount = room.Cascade is { } count ? CascadeSentence.Count(count, language) : "",
        };
    }

    /// <summary>Who is at work on a plant and until when, as others read it; empty for nobody.</summary>
    public static string HeldBy(BoilerRoom room, Language language) => room.Holder is not { } holder ? ""
        : holder.By.Length == 0 ? language.Say(OrderWords.HeldBySomebody, language.When(holder.Until, room.Facts.Now, room.Facts.Zone))
        : language.Say(OrderWords.HeldBy, holder.By, language.When(holder.Until, room.Facts.Now, room.Facts.Zone));

    private static FigureView Figure(string name, Reading? reading, TimeSpan slack, Language language)
    {
        var text = reading is { HasValue: true } ? language.Measure(reading.Value, 1, reading.Unit) : language.Say(BoilerWords.NoValue);
        if (name == "setpoint" && reading is { HasValue: true })
        {
            text = language.Say(BoilerWords.Asked, text);
        }

        return new(name, text, reading?.At.ToUnixTimeMilliseconds() ?? 0, reading is null ? 0 : ((reading.Heartbeat * 2) + slack).TotalSeconds);
    }
}
