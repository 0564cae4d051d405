using Telemetry.Model.Calendars;

namespace Telemetry.Model.Settings;

/// <summary>Domestic hot water of a boiler room (ECS).</summary>
public sealed record HotWaterSettings
{
    /// <summary>Tank set point, °C.</summary>
    public required double Setpoint { get; init; }

    /// <summary>Hysteresis, K.</summary>
    public required double Hysteresis { get; init; }

    /// <summary>Temperature of the legionella run, °C.</summary>
    public required double LegionellaRun { get; init; }

    /// <summary>Days on which it runs; empty when the outlet is kept at 55 °C at all times instead.</summary>
    public required IReadOnlyList<DayOfWeek> LegionellaDays { get; init; }

    /// <summary>When it starts.</summary>
    public required LocalMinute LegionellaStart { get; init; }

    /// <summary>Least temperature of the loop's return, °C.</summary>
    public required double LoopLeast { get; init; }

    /// <summary>Greatest temperature at mixed taps, °C.</summary>
    public required double AntiScald { get; init; }

    /// <summary>The usual settings: 60 °C, and 70 °C on Mondays at 02:00.</summary>
    public static HotWaterSettings Usual { get; } = new()
    {
        Setpoint = SettingRules.Of(Setting.HotWater).Default,
        Hysteresis = SettingRules.Of(Setting.HotWaterHysteresis).Default,
        LegionellaRun = SettingRules.Of(Setting.LegionellaRun).Default,
        LegionellaDays = [DayOfWeek.Monday],
        LegionellaStart = new LocalMinute(120),
        LoopLeast = SettingRules.Of(Setting.LoopLeast).Default,
        AntiScald = SettingRules.Of(Setting.AntiScald).Default,
    };

    /// <summary>Every number with its name.</summary>
    public IReadOnlyList<(Setting Setting, double Value)> Values() =>
    [
        (Setting.HotWater, Setpoint),
        (Setting.HotWaterHysteresis, Hysteresis),
        (Setting.LegionellaRun, LegionellaRun),
        (Setting.LoopLeast, LoopLeast),
        (Setting.AntiScald, AntiScald),
    ];

    /// <summary>The same settings with one value changed.</summary>
    /// <param name="setting">One of those that <see cref="Values"/> lists.</param>
    /// <param name="value">In its unit; checked by nobody here.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting that hot water does not have.</exception>
    public HotWaterSettings With(Setting setting, double value) => setting switch
    {
        Setting.HotWater => this with { Setpoint = value },
        Setting.HotWaterHysteresis => this with { Hysteresis = value },
        Setting.LegionellaRun => this with { LegionellaRun = value },
        Setting.LoopLeast => this with { LoopLeast = value },
        Setting.AntiScald => this with { AntiScald = value },
        _ => throw new ArgumentOutOfRangeException(nameof(setting), setting, "No setting of hot water."),
    };
}
