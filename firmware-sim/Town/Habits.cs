using FirmwareSim.Control;

namespace FirmwareSim.Town;

/// <summary>What people do in a building, by local time.</summary>
internal sealed record Habits
{
    /// <summary>Heating hours.</summary>
    internal required WeekProgramme Programme { get; init; }

    /// <summary>Share of people present, 0 to 1.</summary>
    internal required Func<DateTime, double> Presence { get; init; }

    /// <summary>Hot water at 40 °C, litres a second.</summary>
    internal required Func<DateTime, double> TapLitresPerSecond { get; init; }

    /// <summary>Loss of the hot water loop while the building is used, W.</summary>
    internal required double LoopW { get; init; }

    internal static Habits School { get; } = new()
    {
        Programme = new WeekProgramme(8, 18, WeekendToo: false),
        Presence = local => Weekday(local) ? Plateau(local, 8.2, 18, 0.5) * SchoolShare(local) : 0,
        TapLitresPerSecond = local => Weekday(local) && local.DayOfWeek != DayOfWeek.Wednesday ? Tap(local, 11.5, 14, 350) : 0,
        LoopW = 120,
    };

    internal static Habits Gymnasium { get; } = new()
    {
        Programme = new WeekProgramme(8, 22, WeekendToo: true),
        Presence = local => Plateau(local, 8.2, 22, 0.3) * (local.Hour is >= 12 and < 14 ? 0.3 : local.Hour >= 17 ? 1.1 : 0.8),

        // Fifteen showers of thirty litres in the quarter of an hour after each slot of two hours.
        TapLitresPerSecond = local => local.Hour is >= 10 and <= 21 && local.Hour % 2 == 0 && local.Minute < 15 ? 450.0 / 900 : 0,
        LoopW = 240,
    };

    internal static Habits TownHall { get; } = new()
    {
        Programme = new WeekProgramme(8, 18, WeekendToo: false),
        Presence = local => Weekday(local) ? Plateau(local, 8.3, 18, 0.8) * (local.Hour is 12 or 13 ? 0.45 : 0.9) : 0,
        TapLitresPerSecond = local => Weekday(local) ? Tap(local, 8.5, 17.5, 80) : 0,
        LoopW = 40,
    };

    internal static Habits Nursery { get; } = new()
    {
        Programme = new WeekProgramme(7, 19, WeekendToo: false),
        Presence = local => Weekday(local) ? Plateau(local, 7.3, 18.8, 1.0) * 0.95 : 0,
        TapLitresPerSecond = local => Weekday(local) ? Tap(local, 9, 11.5, 250) + Tap(local, 15, 17, 200) : 0,
        LoopW = 80,
    };

    /// <summary>Cold water, °C: 8 in February to 18 in August.</summary>
    internal static double ColdWaterC(DateTime local) => 13 - (5 * Math.Cos(2 * Math.PI * (local.DayOfYear - 46) / 365.25));

    /// <summary>1 between two hours, rising and falling over a ramp.</summary>
    internal static double Plateau(DateTime local, double from, double to, double rampHours)
    {
        var hour = local.TimeOfDay.TotalHours;
        return Math.Clamp(Math.Min((hour - from) / rampHours, (to - hour) / rampHours), 0, 1);
    }

    internal static bool Weekday(DateTime local) => local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static double SchoolShare(DateTime local) => local switch
    {
        { DayOfWeek: DayOfWeek.Wednesday, Hour: >= 12 } => 0.15,
        { Hour: >= 17 } => 0.2,
        { Hour: 16, Minute: >= 30 } => 0.3,
        { Hour: 12 } => 0.8,
        _ => 0.97,
    };

    private static double Tap(DateTime local, double from, double to, double litres)
    {
        var hour = local.TimeOfDay.TotalHours;

        // A tap runs one minute in three.
        return hour >= from && hour < to && local.Minute % 3 == 0 ? 3 * litres / ((to - from) * 3600) : 0;
    }
}
