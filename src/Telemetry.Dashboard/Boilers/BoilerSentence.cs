using Telemetry.Dashboard.Wording;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Boilers;

/// <summary>The one sentence of a boiler room, with how much it hurts: state, reason, what happens next and when. Pure.</summary>
/// <param name="Urgency">The class shown.</param>
/// <param name="Text">As people read it.</param>
/// <param name="Weight">Within a class, what hurts more has more of it.</param>
internal sealed record BoilerSentence(Urgency Urgency, string Text, int Weight)
{
    private const double FrostRisk = 8;
    private const double ColdWater = 5;
    private const double ForecastHours = 3;

    /// <summary>The first of these that is true is what the technician must read.</summary>
    public static BoilerSentence Of(BoilerFacts facts, Language language) => Trouble(facts, language) ?? Normal(facts, language);

    private static BoilerSentence? Trouble(BoilerFacts facts, Language language) => facts switch
    {
        { GatewayOnline: false } => new(Urgency.Alarm,
            language.Say(BoilerWords.Offline, language.When(facts.GatewaySince, facts.Now, facts.Zone)), 5),
        { LastHeard: null } => new(Urgency.Watch, language.Say(BoilerWords.NeverHeard), 4),
        { Silent: true, LastHeard: { } heard } => new(Urgency.Alarm, language.Say(BoilerWords.Silent, language.When(heard, facts.Now, facts.Zone)), 6),
        { FaultSince: { } since } => new(Urgency.Alarm,
            language.Say(BoilerWords.Fault, language.When(since, facts.Now, facts.Zone)) + Water(facts, language) + " " + language.Say(BoilerWords.OnSite) + Forecast(facts, language), 7),
        { Room: < FrostRisk } => new(Urgency.Alarm, language.Say(BoilerWords.RoomFrost, Degrees(facts.Room.Value, language)) + Forecast(facts, language), 9),
        { Flow: < ColdWater } => new(Urgency.Alarm, language.Say(BoilerWords.WaterFrost, Degrees(facts.Flow.Value, language)), 8),
        { Held: { Kind: OrderKind.SafeState } safety } => new(Urgency.Alarm, language.Say(BoilerWords.InSafety, safety.By) + Room(facts, language), 4),
        { Level: LadderLevel.SafeState } => new(Urgency.Alarm, language.Say(BoilerWords.SafetyHolds) + Room(facts, language), 4),
        { Mode: HeatingMode.Manual } => new(Urgency.Watch, language.Say(BoilerWords.Manual) + Room(facts, language), 2),
        { Held: { } order } => new(Urgency.Watch, Held(facts, order, language) + Room(facts, language) + After(facts, language), 1),
        { Mode: not HeatingMode.Standby, FallsShort: true, Room: { } room, RoomSetpoint: { } aim } => new(Urgency.Watch,
            language.Say(BoilerWords.NotFollowing, Degrees(room, language), Degrees(aim, language)) + Forecast(facts, language), 3),
        { Mode: not HeatingMode.Standby, Room: { } room, RoomSetpoint: { } aim } when Lag.Is(room, aim) => new(Urgency.Normal,
            language.Say(BoilerWords.WarmingUp, Degrees(room, language), Degrees(aim, language)) + Next(facts, language), 1),
        _ => null,
    };

    private static BoilerSentence Normal(BoilerFacts facts, Language language)
    {
        var text = facts is { Wanted: { } wanted, Level: not (null or LadderLevel.Controller) }
            ? Programmed(facts, wanted, language)
            : language.Say((facts.Mode, facts.PumpRuns) switch
            {
                (HeatingMode.Automatic, true) => BoilerWords.AutomaticHeating,
                (HeatingMode.Automatic, false) => BoilerWords.AutomaticIdle,
                (HeatingMode.Automatic, null) => BoilerWords.Automatic,
                (HeatingMode.Comfort, _) => BoilerWords.Comfort,
                (HeatingMode.Reduced, _) => BoilerWords.Reduced,
                (HeatingMode.Frost, _) => BoilerWords.Frost,
                (HeatingMode.Standby, _) => BoilerWords.Standby,
                _ => BoilerWords.ModeUnknown,
            });
        return new(Urgency.Normal, text + Room(facts, language) + Next(facts, language), 0);
    }

    private static string Programmed(BoilerFacts facts, HeatingMode wanted, Language language)
    {
        var word = language.Say(ModeWords.Of(wanted));
        var state = facts.PumpRuns switch
        {
            true => language.Say(BoilerWords.ProgrammeHeating, word),
            false => language.Say(BoilerWords.ProgrammeIdle, word),
            null => language.Say(BoilerWords.Programme, word),
        };
        return facts.Level switch
        {
            LadderLevel.Exception => state + " " + language.Say(BoilerWords.ByException),
            LadderLevel.Closed => state + " " + language.Say(BoilerWords.ByClosure),
            LadderLevel.Protection or LadderLevel.Equipment => state + " " + language.Say(BoilerWords.ByProtection),
            _ => state,
        };
    }

    private static string Held(BoilerFacts facts, Order order, Language language) => order.Kind == OrderKind.Force
        ? language.Say(BoilerWords.Forced, OrderSentence.Mode(order, language), language.When(order.Until, facts.Now, facts.Zone), order.By)
        : language.Say(BoilerWords.Held, Degrees(facts.HeldAt, language), language.When(order.Until, facts.Now, facts.Zone), order.By);

    private static string After(BoilerFacts facts, Language language) => " " + (facts.After is { Setpoint: { } setpoint } after
        ? language.Say(BoilerWords.Afterwards, language.Say(ModeWords.Of(after.Mode)), Degrees(setpoint, language))
        : language.Say(BoilerWords.AfterwardsAutomatic));

    // What comes next, and when; nothing where no programme of ours runs: the controller's own is its secret.
    private static string Next(BoilerFacts facts, Language language) => facts switch
    {
        { Next: { Setpoint: { } setpoint } next } => " " + language.Say(BoilerWords.NextIs,
            language.Say(ModeWords.Of(next.Mode)), Degrees(setpoint, language), language.AtWhen(next.At, facts.Now, facts.Zone)),
        { Next: { } next } => " " + language.Say(BoilerWords.NextMode, language.Say(ModeWords.Of(next.Mode)), language.AtWhen(next.At, facts.Now, facts.Zone)),
        { Level: LadderLevel.Week or LadderLevel.Closed or LadderLevel.Exception } => " " + language.Say(BoilerWords.NoNext),
        _ => "",
    };

    private static string Forecast(BoilerFacts facts, Language language) => facts is { Room: { } room, RoomTrend: { } trend } && trend <= -Trend.Noticeable
        ? " " + language.Say(BoilerWords.AtThisRate, Degrees(room + (trend * ForecastHours), language), language.When(facts.Now.AddHours(ForecastHours), facts.Now, facts.Zone))
        : "";

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
