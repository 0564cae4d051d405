using FirmwareSim.Physics;

namespace FirmwareSim.Past;

/// <summary>What happened to a building over the years, so that its past has something to tell. All of it is invented.</summary>
internal sealed record Story
{
    /// <summary>From this day on, the heating is lowered at night and while the building is closed; before, it was not.</summary>
    internal DateOnly SetBackSince { get; init; } = DateOnly.MinValue;

    /// <summary>Days on which the heating runs as if the building were open.</summary>
    internal Func<DateOnly, bool> HeatedThough { get; init; } = _ => false;

    /// <summary>Room temperature kept too high before <see cref="SetBackSince"/>, K.</summary>
    internal double TooWarmK { get; init; }

    /// <summary>From this day on the lights use half.</summary>
    internal DateOnly LedSince { get; init; } = DateOnly.MaxValue;

    /// <summary>From this day on something draws this more, day and night.</summary>
    internal (DateOnly Since, double W) Forgotten { get; init; } = (DateOnly.MaxValue, 0);

    /// <summary>Closed in school holidays.</summary>
    internal bool School { get; init; }

    internal bool IsClosed(DateOnly day) => School && IsSchoolHoliday(day);

    internal bool Heats(DateOnly day, bool closed) => !closed || day < SetBackSince || HeatedThough(day);

    internal double Target(DateOnly day, BuildingData data, bool wanted) => day < SetBackSince
        ? data.Comfort + TooWarmK - (wanted ? 0 : 1)
        : HeatedThough(day) || wanted ? data.Comfort : data.Reduced;

    internal double LightShare(DateOnly day) => day >= LedSince ? 0.5 : 1;

    internal double ExtraBaseW(DateOnly day) => day >= Forgotten.Since ? Forgotten.W : 0;

    // Close to the calendar of zone B, the same every year.
    internal static bool IsSchoolHoliday(DateOnly day) => (day.Month, day.Day) switch
    {
        (7, >= 6) or (8, _) => true,
        (12, >= 20) or (1, <= 4) => true,
        (2, >= 15) or (3, <= 1) => true,
        (4, >= 12 and <= 27) => true,
        (10, >= 19) or (11, <= 2) => true,
        _ => false,
    };
}
