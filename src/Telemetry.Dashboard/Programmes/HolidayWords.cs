using Telemetry.Dashboard.Wording;
using Telemetry.Model.Calendars;

namespace Telemetry.Dashboard.Programmes;

/// <summary>The names of public holidays.</summary>
internal static class HolidayWords
{
    public static readonly IReadOnlyDictionary<PublicHoliday, Phrase> All = new Dictionary<PublicHoliday, Phrase>
    {
        [PublicHoliday.NewYear] = new("jour de l'An", "New Year's Day"),
        [PublicHoliday.GoodFriday] = new("Vendredi saint", "Good Friday"),
        [PublicHoliday.EasterMonday] = new("lundi de Pâques", "Easter Monday"),
        [PublicHoliday.LabourDay] = new("fête du Travail", "Labour Day"),
        [PublicHoliday.VictoryDay] = new("victoire de 1945", "Victory Day"),
        [PublicHoliday.Ascension] = new("Ascension", "Ascension Day"),
        [PublicHoliday.WhitMonday] = new("lundi de Pentecôte", "Whit Monday"),
        [PublicHoliday.NationalDay] = new("fête nationale", "National Day"),
        [PublicHoliday.Assumption] = new("Assomption", "Assumption"),
        [PublicHoliday.AllSaints] = new("Toussaint", "All Saints' Day"),
        [PublicHoliday.Armistice] = new("armistice de 1918", "Armistice Day"),
        [PublicHoliday.Christmas] = new("Noël", "Christmas Day"),
        [PublicHoliday.SaintStephen] = new("Saint-Étienne", "St Stephen's Day"),
    };

    /// <summary>The name of a holiday from the word a timetable gives.</summary>
    public static string Say(string word, Language language) =>
        Enum.TryParse<PublicHoliday>(word, out var holiday) && All.TryGetValue(holiday, out var phrase) ? language.Say(phrase) : word;

    /// <summary>The holidays to come from a day on, with their days.</summary>
    public static string Coming(DateOnly today, HolidayRegion region, int most, Language language) => string.Join(" ; ",
        PublicHolidays.Of(today.Year, region).Concat(PublicHolidays.Of(today.Year + 1, region))
            .Where(one => one.Day >= today).Take(most)
            .Select(one => $"{language.Say(All[one.Holiday])}, {ProgrammeText.Dated(one.Day, language)}"));
}
