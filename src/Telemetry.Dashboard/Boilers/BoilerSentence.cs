using Telemetry.Dashboard.Wording;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Boilers;

/// <summary>The one sentence of a boiler room, with how much it hurts: state, reason, what happens next. Pure.</summary>
internal sealed record BoilerSentence(Urgency Urgency, string Text)
{
    private const double FrostRisk = 8;
    private const double ColdWater = 5;

    /// <summary>The first of these that is true is what the technician must read.</summary>
    public static BoilerSentence Of(BoilerFacts facts, Language language) => Trouble(facts, language) ?? Normal(facts, language);

    private static BoilerSentence? Trouble(BoilerFacts facts, Language language) => facts switch
    {
        { GatewayOnline: false } => new(Urgency.Alarm,
            language.Say(BoilerWords.Offline, language.When(facts.GatewaySince, facts.Now, facts.Zone))),
        { LastHeard: null } => new(Urgency.Watch, language.Say(BoilerWords.NeverHeard)),
        { Silent: true, LastHeard: { } heard } => new(Urgency.Alarm, language.Say(BoilerWords.Silent, language.When(heard, facts.Now, facts.Zone))),
        { FaultSince: { } since } => new(Urgency.Alarm,
            language.Say(BoilerWords.Fault, language.When(since, facts.Now, facts.Zone)) + Water(facts, language)),
        { Room: < FrostRisk } => new(Urgency.Alarm, language.Say(BoilerWords.RoomFrost, Degrees(facts.Room.Value, language))),
        { Flow: < ColdWater } => new(Urgency.Alarm, language.Say(BoilerWords.WaterFrost, Degrees(facts.Flow.Value, language))),
        { Mode: HeatingMode.Manual } => new(Urgency.Watch, language.Say(BoilerWords.Manual) + Room(facts, language)),
        { Held: { Kind: OrderKind.SafeState } safety } => new(Urgency.Alarm, language.Say(BoilerWords.InSafety, safety.By) + Room(facts, language)),
        { Held: { } order } => new(Urgency.Watch, Held(facts, order, language) + Room(facts, language)),
        { Mode: not HeatingMode.Standby, FallsShort: true, Room: { } room, RoomSetpoint: { } aim } => new(Urgency.Watch,
            language.Say(BoilerWords.NotFollowing, Degrees(room, language), Degrees(aim, language))),
        { Mode: not HeatingMode.Standby, Room: { } room, RoomSetpoint: { } aim } when Lag.Is(room, aim) => new(Urgency.Normal,
            language.Say(BoilerWords.WarmingUp, Degrees(room, language), Degrees(aim, language))),
        _ => null,
    };

    private static BoilerSentence Normal(BoilerFacts facts, Language language)
    {
        var text = (facts.Mode, facts.PumpRuns) switch
        {
            (HeatingMode.Automatic, true) => BoilerWords.AutomaticHeating,
            (HeatingMode.Automatic, false) => BoilerWords.AutomaticIdle,
            (HeatingMode.Automatic, null) => BoilerWords.Automatic,
            (HeatingMode.Comfort, _) => BoilerWords.Comfort,
            (HeatingMode.Reduced, _) => BoilerWords.Reduced,
            (HeatingMode.Frost, _) => BoilerWords.Frost,
            (HeatingMode.Standby, _) => BoilerWords.Standby,
            _ => BoilerWords.ModeUnknown,
        };
        return new(Urgency.Normal, language.Say(text) + Room(facts, language));
    }

    private static string Held(BoilerFacts facts, Order order, Language language) => order.Kind == OrderKind.Force
        ? language.Say(BoilerWords.Forced, OrderSentence.Mode(order, language), language.When(order.Until, facts.Now, facts.Zone), order.By)
        : language.Say(BoilerWords.Held, Degrees(facts.HeldAt, language), language.When(order.Until, facts.Now, facts.Zone), order.By);

    private static string Room(BoilerFacts facts, Language language) => (facts.Room, facts.RoomSetpoint) switch
    {
        ({ } room, { } aim) => " " + language.Say(BoilerWords.RoomFor, Degrees(room, language), Degrees(aim, language)),
        ({ } room, null) => " " + language.Say(BoilerWords.RoomOnly, Degrees(room, language)),
        _ => "",
    };

    private static string Water(BoilerFacts facts, Language language) => (facts.Flow, facts.FlowSetpoint) switch
    {
        ({ } flow, { } aim) => " " + language.Say(BoilerWords.FlowFor, Degrees(flow, language), Degrees(aim, language)),
        ({ } flow, null) => " " + language.Say(BoilerWords.FlowOnly, Degrees(flow, language)),
        _ => "",
    };

    private static string Degrees(double value, Language language) => language.Measure(value, 1, "°C");
}
