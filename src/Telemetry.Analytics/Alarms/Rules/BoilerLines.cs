using Telemetry.Model.Alarms;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Alarms.Rules;

/// <summary>Lines of the catalogue about what is dangerous and about the boiler, its burner, its pump and its water.</summary>
internal static class BoilerLines
{
    private static readonly AlarmKind[] NoFlame = [AlarmKind.SafetyTrip, AlarmKind.GasDetected, AlarmKind.BurnerFault, AlarmKind.LowPressure, AlarmKind.MainsLost, AlarmKind.SafeState];

    /// <summary>The limits of S13 where the device does not tell its own: the highest any emitter bears, °C.</summary>
    internal const double HighestCap = 90;

    /// <summary>A limit at or under this is that of an underfloor circuit, °C (S13).</summary>
    internal const double UnderfloorCap = 50;

    internal static IReadOnlyList<AlarmRule> All { get; } =
    [
        Input(AlarmKind.SafetyTrip, Severity.P1, TimeSpan.Zero, "safety.trip", "fault.overtemperature"),
        new(AlarmKind.BurnerFault, Severity.P2)
        {
            Equipment = [EquipmentKind.BoilerRoom, EquipmentKind.Boiler], Points = BoilerFault.Points, DelayOn = TimeSpan.FromSeconds(10), WhenCold = Severity.P1, Test = BoilerFault.Of,
            ExplainedBy = [AlarmKind.SafetyTrip, AlarmKind.GasDetected, AlarmKind.MainsLost],
        },
        Input(AlarmKind.GasDetected, Severity.P1, TimeSpan.Zero, "gas.detected"),
        Input(AlarmKind.WaterLeak, Severity.P1, TimeSpan.FromSeconds(10), "water.leak"),
        new(AlarmKind.LowPressure, Severity.P2)
        {
            Points = ["water.pressure", "fault.water.pressure"], DelayOn = TimeSpan.FromMinutes(5), Limit = 1.0, Hysteresis = 0.1,
            ExplainedBy = [AlarmKind.WaterLeak],
            Test = (at, rule) => Verdict.Any(Pressure(at, rule), at.IsOn("fault.water.pressure")),
        },
        new(AlarmKind.MakeUpWater, Severity.P3)
        {
            Points = ["makeup.volume"], Window = TimeSpan.FromDays(8), Limit = 0.010, Hysteresis = 0.002, Test = MakeUpWater.Of,
        },
        new(AlarmKind.FlowTooHot, Severity.P2)
        {
            Points = ["flow.temperature"], DelayOn = TimeSpan.FromMinutes(2), Limit = 5, Hysteresis = 3, Test = TooHot,
        },
        new(AlarmKind.FlowTooCold, Severity.P2)
        {
            Points = ["flow.temperature.sp"], DelayOn = TimeSpan.FromMinutes(25), Limit = 10, Hysteresis = 3, Window = TimeSpan.FromMinutes(15),
            ExplainedBy = [.. NoFlame, AlarmKind.PumpFault], Test = TooCold,
        },
        new(AlarmKind.FrostRisk, Severity.P1)
        {
            Equipment = [EquipmentKind.BoilerRoom, EquipmentKind.RoomSensor], Points = ["room.temperature", "flow.temperature"],
            DelayOn = TimeSpan.FromMinutes(5), DelayOff = TimeSpan.FromMinutes(10), Limit = 5, Hysteresis = 1,
            Test = (at, rule) => Verdict.Any(at.Below("room.temperature", rule.Limit, rule.Hysteresis), at.Below("flow.temperature", rule.Limit, rule.Hysteresis)),
        },
        new(AlarmKind.FrostProtectionOff, Severity.P1)
        {
            Points = ["safety.state"], Limit = 5, Hysteresis = 1,
            Test = (at, rule) => at.IsOn("safety.state") is { Holds: true }
                ? new Verdict(at.OutdoorC < rule.Limit + (at.Standing ? rule.Hysteresis : 0), at.OutdoorC, rule.Limit)
                : at.IsOn("safety.state"),
        },
        // It stays as long as the mise en sécurité does (S22); in the cold A10 tells of it, once.
        Input(AlarmKind.SafeState, Severity.P2, TimeSpan.Zero, "safety.state") with { ExplainedBy = [AlarmKind.FrostProtectionOff] },
        new(AlarmKind.PumpFault, Severity.P2)
        {
            Points = ["pump.fault", "pump.feedback"], DelayOn = TimeSpan.FromMinutes(1), ExplainedBy = [AlarmKind.MainsLost],
            Test = (at, _) => Verdict.Any(at.IsOn("pump.fault"), NoFeedback(at)),
        },
        new(AlarmKind.ValveStuck, Severity.P3)
        {
            Points = ["valve.position"], DelayOn = TimeSpan.FromMinutes(20), Window = TimeSpan.FromMinutes(20), Limit = 30,
            ExplainedBy = [.. NoFlame, AlarmKind.PumpFault], Test = ValveMovesForNothing,
        },
        new(AlarmKind.ShortCycling, Severity.P3)
        {
            Points = ["burner.state", "flame.state"], DelayOff = TimeSpan.FromMinutes(30), Window = TimeSpan.FromDays(1), Limit = 6, Test = Cycles,
        },
        new(AlarmKind.EfficiencyDrift, Severity.P3)
        {
            DelayOff = TimeSpan.Zero,
            Test = (at, _) => at.Drift is { } share ? new Verdict(share > 0, share * 100) : Verdict.Unknown,
        },
        new(AlarmKind.ReturnTooWarm, Severity.P4)
        {
            Points = ["return.temperature"], Window = TimeSpan.FromDays(1), Limit = 55, DelayOff = TimeSpan.FromHours(1), Test = NoCondensing,
        },
        new(AlarmKind.FuelLow, Severity.P3)
        {
            Points = ["fuel.level"], DelayOn = TimeSpan.FromHours(1), Limit = 25, Hysteresis = 5,
            Test = (at, rule) => at.Below("fuel.level", rule.Limit, rule.Hysteresis) is var low && low.Value < 10 ? low with { Severity = Severity.P2 } : low,
        },
    ];

    /// <summary>A line that is true when an input is on.</summary>
    internal static AlarmRule Input(AlarmKind kind, Severity severity, TimeSpan delay, params string[] points) => new(kind, severity)
    {
        Points = points,
        DelayOn = delay,
        Test = (at, _) => Verdict.Any([.. points.Select(at.IsOn)]),
    };

    private static Verdict Pressure(Situation at, AlarmRule rule) =>
        at.Below("water.pressure", rule.Limit, rule.Hysteresis) is var low && low.Value < 0.8 ? low with { Severity = Severity.P1 } : low;

    private static Verdict TooHot(Situation at, AlarmRule rule)
    {
        var cap = at.Live("flow.temperature.max") ?? HighestCap;
        var hot = at.Above("flow.temperature", cap + rule.Limit, rule.Hysteresis);
        return cap <= UnderfloorCap ? hot with { Severity = Severity.P1 } : hot;
    }

    // Not while it warms up: 3 K in a quarter of an hour is the effect that an order waits for (S06).
    private static Verdict TooCold(Situation at, AlarmRule rule)
    {
        if (at.IsManual || at.On("pump.state") == false)
        {
            return Verdict.No;
        }

        if (at.Live("flow.temperature") is not { } flow || at.Live("flow.temperature.sp") is not { } aim || at.On("pump.state") is null)
        {
            return Verdict.Unknown;
        }

        var cold = flow < aim - rule.Limit + (at.Standing ? rule.Hysteresis : 0);
        return new Verdict(cold && (at.Standing || !Rises(at, "flow.temperature", rule.Window, 3)), flow, aim);
    }

    private static bool Rises(Situation at, string name, TimeSpan window, double by) =>
        at.Live(name) is { } now && at.Trail(name)?.Since(at.Now - window) is { Count: > 0 } before && now - before[0].Value >= by;

    private static Verdict NoFeedback(Situation at)
    {
        if (!at.Has("pump.feedback"))
        {
            return Verdict.No;
        }

        return (at.On("pump.state"), at.On("pump.feedback")) is ({ } asked, { } runs) ? new Verdict(asked && !runs) : Verdict.Unknown;
    }

    private static Verdict ValveMovesForNothing(Situation at, AlarmRule rule)
    {
        if (at.On("pump.state") == false)
        {
            return Verdict.No;
        }

        var from = at.Now - rule.Window;
        if (at.Trail("valve.position") is not { } valve || at.Trail("flow.temperature") is not { } flow || at.Live("valve.position") is null || at.Live("flow.temperature") is null
            || !valve.Covers(from) || !flow.Covers(from))
        {
            return Verdict.Unknown;
        }

        return new Verdict(Span(valve, from) >= rule.Limit && Span(flow, from) < 1, Span(valve, from), rule.Limit);
    }

    private static double Span(Trail trail, DateTimeOffset from)
    {
        var values = trail.Since(from);
        return values.Count == 0 ? 0 : values.Max(one => one.Value) - values.Min(one => one.Value);
    }

    private static Verdict Cycles(Situation at, AlarmRule rule)
    {
        if ((at.Trail("burner.state") ?? at.Trail("flame.state")) is not { } flame)
        {
            return Verdict.Unknown;
        }

        var (hour, day) = (flame.Starts(at.Now.AddHours(-1)), flame.Starts(at.Now.AddDays(-1)));
        return hour > rule.Limit ? new Verdict(true, hour, rule.Limit) : day > 10 * rule.Limit ? new Verdict(true, day, 10 * rule.Limit) : new Verdict(false, hour, rule.Limit);
    }

    // Over 55 °C for more than 30 % of the time the burner ran, over a day of which a burning hour is known.
    private static Verdict NoCondensing(Situation at, AlarmRule rule)
    {
        var from = at.Now - rule.Window;
        if ((at.Trail("burner.state") ?? at.Trail("flame.state")) is not { } flame || at.Trail("return.temperature") is not { } back || !back.Covers(from))
        {
            return Verdict.Unknown;
        }

        var burning = back.Since(from).Where(one => flame.At(one.At) >= 0.5).ToList();
        if (burning.Count < 60)
        {
            return Verdict.Unknown;
        }

        var share = burning.Count(one => one.Value > rule.Limit) / (double)burning.Count;
        return new Verdict(share > 0.30, share * 100, 30);
    }
}
