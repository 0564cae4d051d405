using System.Globalization;

namespace Telemetry.Dashboard.Wording;

/// <summary>One of the two languages of the site: its words, numbers, dates and addresses.</summary>
/// <remarks>Formats are written here rather than taken from the machine, so that every server prints the same page.</remarks>
internal sealed class Language
{
    /// <summary>Keeps a number and its unit on one line.</summary>
    public const string Hard = "\u00A0";

    /// <summary>Groups digits by three in French.</summary>
    public const string Thin = "\u202F";

    public static readonly Language French = new("fr", "", ",", Thin,
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
        ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"]);

    public static readonly Language English = new("en", "/en", ".", ",",
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]);

    private readonly string[] _months;
    private readonly string[] _days;
    private readonly NumberFormatInfo _numbers;

    private Language(string code, string prefix, string point, string groups, string[] months, string[] days)
    {
        (Code, Prefix, _months, _days) = (code, prefix, months, days);
        _numbers = new NumberFormatInfo { NumberDecimalSeparator = point, NumberGroupSeparator = groups, NegativeSign = "\u2212" };
    }

    /// <summary>As the <c>lang</c> attribute wants it.</summary>
    public string Code { get; }

    /// <summary>What its addresses start with: nothing in French.</summary>
    public string Prefix { get; }

    private bool IsFrench => ReferenceEquals(this, French);

    /// <summary>The language a path asks for.</summary>
    public static Language Of(PathString path) => path.StartsWithSegments("/en", StringComparison.OrdinalIgnoreCase) ? English : French;

    /// <summary>A path of the French site in this language.</summary>
    public string Link(string path) => Prefix.Length == 0 ? path : path == "/" ? Prefix : Prefix + path;

    /// <summary>The text in this language.</summary>
    public string Say(Phrase phrase) => IsFrench ? phrase.Fr : phrase.En;

    /// <summary>The text in this language, with its places filled.</summary>
    public string Say(Phrase phrase, params string[] parts)
    {
        var said = string.Format(CultureInfo.InvariantCulture, Say(phrase), [.. parts]);

        // « jusqu'à » and « le 25 novembre » are « jusqu'au 25 novembre ».
        return IsFrench ? said.Replace("jusqu'à le" + Hard, "jusqu'au" + Hard, StringComparison.Ordinal) : said;
    }

    /// <summary>A number with its decimals: <c>2 840,5</c>.</summary>
    public string Number(double value, int decimals) => value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), _numbers);

    /// <summary>A number and its unit, never parted.</summary>
    public string Measure(double value, int decimals, string unit) =>
        unit.Length == 0 ? Number(value, decimals) : Number(value, decimals) + Hard + unit;

    /// <summary>A share as a percentage without decimals, rounded down so that 100 % means all.</summary>
    public string Percent(double share) => Number(Math.Floor(share * 100), 0) + (IsFrench ? Hard : "") + "%";

    /// <summary>The hour as 18:30.</summary>
    public string Hour(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day as « 22 novembre 2026 ».</summary>
    public string Day(DateTimeOffset at, TimeZoneInfo zone) => Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime));

    /// <summary>The day as « 22 novembre 2026 ».</summary>
    public string Day(DateOnly day)
    {
        var number = IsFrench && day.Day == 1 ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture);
        return $"{number}{Hard}{_months[day.Month - 1]}{Hard}{day.Year.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>The day of the week, in lower case in French.</summary>
    public string WeekDay(DateOnly day) => _days[(int)day.DayOfWeek];

    /// <summary>The month as « novembre 2026 ».</summary>
    public string Month(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return $"{_months[local.Month - 1]}{Hard}{local.Year.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>The month of a day as « novembre 2026 ».</summary>
    public string Month(DateOnly day) => $"{_months[day.Month - 1]}{Hard}{day.Year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A change as a percentage with its sign: « −6 % », « +2 % »; one decimal under ten.</summary>
    public string Change(double ratio)
    {
        var percent = ratio * 100;
        var decimals = Math.Abs(percent) < 9.95 ? 1 : 0;
        var sign = Math.Round(percent, decimals) > 0 ? "+" : "";
        return sign + Number(percent, decimals) + (IsFrench ? Hard : "") + "%";
    }

    /// <summary>A ratio as a percentage, rounded to the nearest.</summary>
    public string Share(double ratio) => Number(ratio * 100, 0) + (IsFrench ? Hard : "") + "%";

    /// <summary>An instant near now: the hour alone today, else with the day.</summary>
    public string When(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (local, today) = (TimeZoneInfo.ConvertTime(at, zone), TimeZoneInfo.ConvertTime(now, zone));
        var hour = Hour(at, zone);
        return (local.Date - today.Date).Days switch
        {
            0 => hour,
            1 => IsFrench ? $"demain{Hard}{hour}" : $"tomorrow{Hard}{hour}",
            -1 => IsFrench ? $"hier{Hard}{hour}" : $"yesterday{Hard}{hour}",
            _ => $"{(IsFrench ? "le" + Hard : "")}{local.Day.ToString(CultureInfo.InvariantCulture)}{Hard}{_months[local.Month - 1]}{Hard}{hour}",
        };
    }

    /// <summary>An instant near now as the end of a sentence: « à 18:30 », « demain à 06:00 », « le 12 décembre à 06:00 ».</summary>
    public string AtWhen(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (local, today) = (TimeZoneInfo.ConvertTime(at, zone), TimeZoneInfo.ConvertTime(now, zone));
        var hour = (IsFrench ? "à" : "at") + Hard + Hour(at, zone);
        return (local.Date - today.Date).Days switch
        {
            0 => hour,
            1 => $"{(IsFrench ? "demain" : "tomorrow")}{Hard}{hour}",
            > 1 and < 7 => $"{WeekDay(DateOnly.FromDateTime(local.DateTime))}{Hard}{hour}",
            _ => $"{(IsFrench ? "le" : "on")}{Hard}{local.Day.ToString(CultureInfo.InvariantCulture)}{Hard}{_months[local.Month - 1]}{Hard}{hour}",
        };
    }

    /// <summary>How long ago: « il y a 12 min ».</summary>
    public string Age(TimeSpan age)
    {
        var span = age switch
        {
            { TotalSeconds: < 60 } => $"{Math.Max(0, (int)age.TotalSeconds).ToString(CultureInfo.InvariantCulture)}{Hard}s",
            { TotalMinutes: < 120 } => $"{((int)age.TotalMinutes).ToString(CultureInfo.InvariantCulture)}{Hard}min",
            { TotalHours: < 48 } => $"{((int)age.TotalHours).ToString(CultureInfo.InvariantCulture)}{Hard}h",
            _ => $"{((int)age.TotalDays).ToString(CultureInfo.InvariantCulture)}{Hard}{(IsFrench ? "j" : "d")}",
        };
        return IsFrench ? $"il{Hard}y{Hard}a{Hard}{span}" : $"{span}{Hard}ago";
    }
}
