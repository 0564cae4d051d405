using Telemetry.Gateway.Control.Heating;
using Telemetry.Model.Control;

namespace Telemetry.Gateway.Control;

/// <summary>Rules about the plant and its gateway at this moment (S03, S06, S07, S09, S11, S17, S20, S22, S23, S29).</summary>
internal static class PlantRules
{
    internal const int MostWritesAMinute = 10;
    private const int KeptForPeople = 20;
    internal static readonly TimeSpan BetweenModes = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan OldestReading = TimeSpan.FromSeconds(10);

    /// <summary>Whether an order leads away from safety: giving control back, putting in safety and cooling a tank that scalds are never held up.</summary>
    private static bool Begins(Order order, ControlSnapshot snapshot) =>
        order.Kind is OrderKind.Override or OrderKind.Force or OrderKind.Programme || (order.Kind == OrderKind.Setting && !KeptRules.Cools(order, snapshot));

    private static bool OfProgramme(Order order) => order.Kind is OrderKind.Programme or OrderKind.Setting;

    internal static Verdict ClockBelieved(Order order, ControlSnapshot snapshot) =>
        Begins(order, snapshot) && (!snapshot.ClockSet || (OfProgramme(order) && !snapshot.ClockCertain)) ? new(Refusal.ClockUncertain) : Verdict.Pass;

    /// <summary>Only what comes with the code that is shown on site gives a plant back from safety.</summary>
    internal static Verdict NotInSafety(Order order, ControlSnapshot snapshot) =>
        !snapshot.InSafety || order.Kind == OrderKind.SafeState || FromOnSite(order, snapshot) || KeptRules.Cools(order, snapshot) ? Verdict.Pass
        : order is { Kind: OrderKind.Release, OnSiteCode.Length: > 0 } ? new(Refusal.WrongCode, Math.Max(0, snapshot.CodeTriesLeft - 1))
        : new(Refusal.InSafety);

    private static bool FromOnSite(Order order, ControlSnapshot snapshot) =>
        order.Kind == OrderKind.Release && snapshot.InSafety && OnSiteCode.Opens(snapshot.OnSiteCode, order.OnSiteCode);

    internal static Verdict NotReserved(Order order, ControlSnapshot snapshot) =>
        order.Kind != OrderKind.SafeState && !FromOnSite(order, snapshot) && !KeptRules.Cools(order, snapshot) && snapshot.Reservation is { } held && held.Excludes(order.By, snapshot.Now)
            ? new(Refusal.Reserved, Math.Ceiling((held.Until - snapshot.Now).TotalMinutes))
            : Verdict.Pass;

    internal static Verdict DeviceAnswers(Order order, ControlSnapshot snapshot) => (order, snapshot.Device) switch
    {
        ({ Kind: OrderKind.Reserve }, _) => Verdict.Pass,
        (_, null) => new(Refusal.NoAnswer),
        (_, { Age: var age }) when age > OldestReading => new(Refusal.StaleState),
        (_, { RightApplication: false }) => new(Refusal.WrongApplication),
        _ => Verdict.Pass,
    };

    internal static Verdict NobodyBeforeTheDevice(Order order, ControlSnapshot snapshot) =>
        order.Kind == OrderKind.Reserve ? Verdict.Pass
        : snapshot.Device is { Local: true } ? new(Refusal.LocalMode)
        : snapshot.Device is { LocalUnclear: true } ? new(Refusal.LocalUnclear)
        : Verdict.Pass;

    /// <summary>While a burner is in fault nothing asks it for more: somebody goes and looks. Less is always allowed.</summary>
    internal static Verdict NoFault(Order order, ControlSnapshot snapshot) =>
        snapshot.Plant.Fault && Begins(order, snapshot) && !(order.Kind == OrderKind.Force && (HeatingMode)(int)order.Value is HeatingMode.Standby or HeatingMode.Frost)
            ? new(Refusal.PlantFault)
            : Verdict.Pass;

    /// <summary>Nothing is stopped where it freezes (S09).</summary>
    internal static Verdict NotFreezing(Order order, ControlSnapshot snapshot) =>
        StopsInFrost(order, snapshot.Plant) ? new(Refusal.FrostProtection) : Verdict.Pass;

    /// <summary>Whether an order is a stop where a room or the plant's water freezes.</summary>
    internal static bool StopsInFrost(Order order, PlantFacts plant) =>
        order.Kind == OrderKind.Force && order.Value.Equals((double)HeatingMode.Standby) && FrostRule.HeatIsDue(plant.Room, plant.Flow, wasOn: false);

    /// <summary>
    /// A young burner runs its least time, a young stop lasts its own; a safety stop waits for neither. It speaks of the burner that the controller itself
    /// drives: boilers behind a controller keep their own times, and only the programme waits for them (decision 0049).
    /// </summary>
    internal static Verdict EquipmentRested(Order order, ControlSnapshot snapshot)
    {
        if (!Begins(order, snapshot) || order.Kind == OrderKind.Setting || snapshot.Plant is not { Burner: { } on, BurnerSince: { } since })
        {
            return Verdict.Pass;
        }

        // Of a room whose temperature nobody knows, what is asked is taken for heat.
        var heats = order.Kind == OrderKind.Override ? !(order.Value <= snapshot.Plant.Room) : Mode(order, snapshot) == HeatingMode.Comfort;
        var left = BurnerTimes.Wait(on, since, snapshot.Now, TimeSpan.FromMinutes(snapshot.Settings.BurnerLeastRun), TimeSpan.FromMinutes(snapshot.Settings.BurnerLeastStop));
        return heats != on && left > TimeSpan.Zero ? new(Refusal.EquipmentWait, Math.Ceiling(left.TotalMinutes)) : Verdict.Pass;
    }

    /// <summary>Giving control back is never refused for wear: a boiler must not stay forced. The programme leaves people the last writes of a day.</summary>
    internal static Verdict BudgetLeft(Order order, ControlSnapshot snapshot) =>
        Begins(order, snapshot) && snapshot.WritesToday >= snapshot.DailyWrites - (OfProgramme(order) ? Math.Min(KeptForPeople, snapshot.DailyWrites / 2) : 0)
            ? new(Refusal.WriteBudgetSpent)
            : Verdict.Pass;

    internal static Verdict NotTooFast(Order order, ControlSnapshot snapshot)
    {
        if (!Begins(order, snapshot) || WritePlan.For(order, snapshot) is not { } steps || snapshot.Device is not { } device)
        {
            return Verdict.Pass;
        }

        var news = steps.Where(step => !(device.Values.TryGetValue(step.Point, out var present) && present.Equals(step.Value))).ToList();
        var recent = snapshot.LastWrites.Where(at => at <= snapshot.Now && snapshot.Now - at < TimeSpan.FromMinutes(1)).Order().ToList();
        if (news.Count > 0 && recent.Count + news.Count > MostWritesAMinute)
        {
            return new(Refusal.TooFast, Math.Ceiling((recent[0] + TimeSpan.FromMinutes(1) - snapshot.Now).TotalSeconds));
        }

        var changes = news.Exists(step => string.Equals(step.Point, "mode", StringComparison.Ordinal));
        return changes && snapshot.ModeChangedAt is { } changed && changed <= snapshot.Now && snapshot.Now - changed < BetweenModes
            ? new(Refusal.TooFast, Math.Ceiling((changed + BetweenModes - snapshot.Now).TotalSeconds))
            : Verdict.Pass;
    }

    private static HeatingMode? Mode(Order order, ControlSnapshot snapshot) =>
        order.Kind == OrderKind.Force ? (HeatingMode)(int)order.Value : snapshot.Under?.Mode;
}
