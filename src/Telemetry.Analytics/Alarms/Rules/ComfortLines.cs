using Telemetry.Model.Alarms;
using Telemetry.Model.Control;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Alarms.Rules;

/// <summary>Lines of the catalogue about rooms, hot water, modes and orders.</summary>
internal static class ComfortLines
{
    private const double LegalC = 19;
    private const double LegalSmallChildrenC = 22;
    private const int RefusalsThatRepeat = 3;
    private const string Kept = "programme.kept.";
    private static readonly AlarmKind[] NoHeat =
        [AlarmKind.SafetyTrip, AlarmKind.GasDetected, AlarmKind.BurnerFault, AlarmKind.LowPressure, AlarmKind.MainsLost, AlarmKind.PumpFault, AlarmKind.FlowTooCold, AlarmKind.SafeState];

    internal static IReadOnlyList<AlarmRule> All { get; } =
    [
        new(AlarmKind.RoomTooCold, Severity.P3)
        {
            Points = ["room.temperature"], DelayOn = TimeSpan.FromHours(2), DelayOff = TimeSpan.FromMinutes(10), Limit = 1.5, Hysteresis = 0.5,
            Window = TimeSpan.FromHours(1), ExplainedBy = NoHeat, Test = TooCold,
        },
        new(AlarmKind.RoomTooWarm, Severity.P4)
        {
            Points = ["room.temperature"], DelayOn = TimeSpan.FromHours(2), DelayOff = TimeSpan.FromMinutes(10), Limit = 2, Hysteresis = 0.5, Test = TooWarm,
        },
        new(AlarmKind.HotWaterCold, Severity.P2)
        {
            Points = ["dhw.outlet.temperature", "dhw.loop.temperature"], DelayOn = TimeSpan.FromMinutes(30), Limit = 55, Hysteresis = 1, ExplainedBy = NoHeat,
            Test = (at, rule) => Verdict.Any(at.Below("dhw.outlet.temperature", rule.Limit, rule.Hysteresis), at.Below("dhw.loop.temperature", 50, rule.Hysteresis)),
        },
        BoilerLines.Input(AlarmKind.DisinfectionMissed, Severity.P2, TimeSpan.Zero, "disinfection.missed"),
        new(AlarmKind.HotWaterScald, Severity.P1)
        {
            Points = ["dhw.mixed.temperature"], DelayOn = TimeSpan.FromMinutes(1), Limit = 53, Hysteresis = 2,
            Test = (at, rule) => at.Above("dhw.mixed.temperature", rule.Limit, rule.Hysteresis),
        },
        new(AlarmKind.OrderUnconfirmed, Severity.P3)
        {
            DelayOn = TimeSpan.FromSeconds(30), DelayOff = TimeSpan.Zero,
            Test = (at, _) => new Verdict(
                at.Orders.UnconfirmedAt is { } when && at.Now - when < TimeSpan.FromDays(1), Severity: at.Orders.StopUnconfirmed ? Severity.P2 : null),
        },
        new(AlarmKind.OrderWithoutEffect, Severity.P3)
        {
            DelayOff = TimeSpan.Zero, ExplainedBy = NoHeat,
            Test = (at, _) => new Verdict(at.Orders.NoEffectAt is { } when && at.Now - when < TimeSpan.FromDays(1)),
        },
        new(AlarmKind.StartMistimed, Severity.P4)
        {
            Points = ["programme.warmup.misses"], Limit = 3, DelayOff = TimeSpan.Zero,
            Test = (at, rule) => at.Live("programme.warmup.misses") is { } days ? new Verdict(days >= rule.Limit, days, rule.Limit) : Verdict.Unknown,
        },
        BoilerLines.Input(AlarmKind.HiddenProgramme, Severity.P3, TimeSpan.Zero, "programme.conflict"),
        new(AlarmKind.SettingChangedOnSite, Severity.P4)
        {
            Level = AlarmLevel.Point, Each = point => point.Id.Name.StartsWith(Kept, StringComparison.Ordinal), DelayOn = TimeSpan.FromMinutes(10),
            Test = (at, _) => at.Live(at.Point!.Id.Name) is { } state ? new Verdict(state == (double)KeptState.ChangedOnSite) : Verdict.Unknown,
        },
        new(AlarmKind.CalendarEnds, Severity.P4)
        {
            Points = ["programme.calendar.days"], Limit = 60,
            Test = (at, rule) => at.Below("programme.calendar.days", rule.Limit, rule.Hysteresis) is var few && few.Value < 14 ? few with { Severity = Severity.P3 } : few,
        },
        new(AlarmKind.ForcedTooLong, Severity.P3)
        {
            Points = ["mode", ForcedMode.Level], DelayOn = TimeSpan.FromHours(24), Window = TimeSpan.FromDays(2), Test = ForcedMode.Of,
        },
        new(AlarmKind.LocalMode, Severity.P3)
        {
            Points = ["mode", "local.state"],
            Test = (at, _) => at.Live("mode") is null && at.On("local.state") is null ? Verdict.Unknown : new Verdict(at.IsManual),
        },
        new(AlarmKind.OrderRefused, Severity.P4)
        {
            DelayOff = TimeSpan.Zero,
            Test = (at, _) => at.Orders.Refused.Count(when => at.Now - when < TimeSpan.FromHours(1)) is var times && times >= RefusalsThatRepeat
                ? new Verdict(true, times, RefusalsThatRepeat, Severity.P3)
                : new Verdict(times > 0, times),
        },
        new(AlarmKind.SetpointAboveLegal, Severity.P4)
        {
            Points = ["room.temperature.sp"], DelayOn = TimeSpan.FromDays(1), Limit = LegalC, Test = AboveLegal,
        },
        new(AlarmKind.WriteBudget, Severity.P3)
        {
            DelayOff = TimeSpan.Zero,
            Test = (at, _) => new Verdict(at.Orders.BudgetSpentAt is { } when && at.Now - when < TimeSpan.FromDays(1)),
        },
    ];

    // Only while comfort is asked, and not while rooms still gain half a kelvin an hour: they are on their way.
    private static Verdict TooCold(Situation at, AlarmRule rule)
    {
        if (at.IsManual)
        {
            return Verdict.No;
        }

        if (at.Live("room.temperature") is not { } room || Aim(at) is not { } aim)
        {
            return Verdict.Unknown;
        }

        var cold = room < aim - rule.Limit + (at.Standing ? rule.Hysteresis : 0);
        var rises = at.Trail("room.temperature")?.Since(at.Now - rule.Window) is { Count: > 0 } before && room - before[0].Value >= 0.5;
        return new Verdict(cold && !rises, room, aim);
    }

    /// <summary>What is asked while rooms are occupied; NaN while less is asked, null when it is not told.</summary>
    private static double? Aim(Situation at)
    {
        if (at.Live("room.temperature.sp.active") is { } active)
        {
            return active >= (at.Live("room.temperature.sp") ?? active) - 0.05 ? active : double.NaN;
        }

        // A controller that does not tell what it aims at: only its permanent comfort is certain.
        return at.Live("mode") is { } mode ? mode is (double)HeatingMode.Comfort ? at.Live("room.temperature.sp") : double.NaN : null;
    }

    // Sun and people warm rooms too: only what is being heated counts.
    private static Verdict TooWarm(Situation at, AlarmRule rule)
    {
        if (at.IsManual)
        {
            return Verdict.No;
        }

        if (at.Live("room.temperature") is not { } room || at.Live("room.temperature.sp") is not { } comfort
            || at.On("pump.state") is not { } pump || at.Live("flow.temperature") is not { } flow)
        {
            return Verdict.Unknown;
        }

        var aim = Math.Max(comfort, at.Live("room.temperature.sp.active") ?? comfort);
        return new Verdict(pump && flow > room + 5 && room > aim + rule.Limit - (at.Standing ? rule.Hysteresis : 0), room, aim);
    }

    private static Verdict AboveLegal(Situation at, AlarmRule rule) =>
        at.Above("room.temperature.sp", (at.Use == BuildingUse.Nursery ? LegalSmallChildrenC : rule.Limit) + 0.05, 0) is { Value: { } value } above
            ? above with { Value = value, Limit = at.Use == BuildingUse.Nursery ? LegalSmallChildrenC : rule.Limit }
            : Verdict.Unknown;
}
