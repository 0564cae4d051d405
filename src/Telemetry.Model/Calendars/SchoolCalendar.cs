namespace Telemetry.Model.Calendars;

/// <summary>The school holidays of one zone, as far as they are known.</summary>
/// <remarks>Loaded from data.education.gouv.fr, <c>fr-en-calendrier-scolaire</c>; never typed from memory, never guessed beyond <see cref="KnownUntil"/>.</remarks>
public sealed record SchoolCalendar
{
    /// <summary>A calendar that knows nothing.</summary>
    public static SchoolCalendar Empty { get; } = new();

    /// <summary>The zone it is for.</summary>
    public SchoolZone Zone { get; init; }

    /// <summary>The holidays, in the order of their dates.</summary>
    public IReadOnlyList<SchoolHoliday> Holidays { get; init; } = [];

    /// <summary>First day known.</summary>
    public DateOnly KnownFrom { get; init; }

    /// <summary>First day of which nothing is known.</summary>
    public DateOnly KnownUntil { get; init; }

    /// <summary>Where the dates come from, for those who check.</summary>
    public string Source { get; init; } = "";

    /// <summary>What is known of a day.</summary>
    public SchoolDay On(DateOnly day) =>
        day < KnownFrom || day >= KnownUntil ? SchoolDay.Unknown : Find(day) is null ? SchoolDay.Term : SchoolDay.Holiday;

    /// <summary>The holiday that covers a day; null when none is known to.</summary>
    public SchoolHoliday? Find(DateOnly day) =>
        day < KnownFrom || day >= KnownUntil ? null : Holidays.FirstOrDefault(holiday => holiday.Covers(day));
}
