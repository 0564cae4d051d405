using System.Globalization;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Calendars;
using Telemetry.Model.Schedules;

namespace Telemetry.Dashboard.Programmes;

/// <summary>A meeting or another exception as it was filled in.</summary>
internal sealed record ExceptionForm
{
    /// <summary>Longest reason, characters.</summary>
    public const int LongestReason = 120;

    /// <summary>Tokens of the two ready-made evenings, in the order offered.</summary>
    public static readonly IReadOnlyList<string> Evenings = ["ce-soir", "ce-soir-minuit", "demain-soir"];

    /// <summary>What for.</summary>
    public string? Motif { get; init; }

    /// <summary>A ready-made evening, or nothing when the fields below say when.</summary>
    public string? Quand { get; init; }

    public string? Jour { get; init; }

    public string? De { get; init; }

    public string? A { get; init; }

    public ProgrammeMode Mode { get; init; }

    public string? Consigne { get; init; }

    public string? Zone { get; init; }

    /// <summary>The exception, or what to mend. An end before the beginning is on the next day.</summary>
    public (ScheduleException? Exception, IReadOnlyList<FieldProblem> Problems) Read(DateTimeOffset now, TimeZoneInfo zone, string by, Language language)
    {
        var problems = new List<FieldProblem>();
        var why = (Motif ?? "").Trim();
        if (why.Length is 0 or > LongestReason)
        {
            problems.Add(new("motif", why.Length == 0
                ? language.Say(ProgrammeWords.NoReason)
                : language.Say(ProgrammeWords.LongText, LongestReason.ToString(CultureInfo.InvariantCulture))));
        }

        var own = string.IsNullOrWhiteSpace(Consigne) ? null : OrderDraft.Parse(Consigne);
        if (own is null && !string.IsNullOrWhiteSpace(Consigne))
        {
            problems.Add(new("consigne", language.Say(ProgrammeWords.BadNumber)));
        }

        var (from, to) = Evening(now, zone) ?? Typed(problems, language);
        return problems.Count > 0 ? (null, problems) : (new ScheduleException
        {
            Id = Guid.NewGuid(), Zones = string.IsNullOrEmpty(Zone) ? [] : [Zone], From = from, To = to, Mode = Mode, Setpoint = own, Reason = why, By = by,
        }, problems);
    }

    private (CivilMoment From, CivilMoment To)? Evening(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var (today, minute) = (DateOnly.FromDateTime(local.DateTime), new LocalMinute((local.Hour * 60) + local.Minute));
        return Quand switch
        {
            "ce-soir" => (new(today, minute), new(today, new LocalMinute(22 * 60))),
            "ce-soir-minuit" => (new(today, minute), new(today, LocalMinute.DayEnd)),
            "demain-soir" => (new(today.AddDays(1), new LocalMinute(18 * 60)), new(today.AddDays(1), new LocalMinute(22 * 60))),
            _ => null,
        };
    }

    private (CivilMoment From, CivilMoment To) Typed(List<FieldProblem> problems, Language language)
    {
        if (!DateOnly.TryParseExact(Jour, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 2000 or > 2200)
        {
            problems.Add(new("jour", language.Say(ProgrammeWords.BadDay)));
            day = new DateOnly(2000, 1, 1);
        }

        LocalMinute Time(string field, string? typed)
        {
            if (!LocalMinute.TryParse(typed, out var minute))
            {
                problems.Add(new(field, language.Say(ProgrammeWords.BadTime)));
            }

            return minute;
        }

        var (from, to) = (Time("de", De), Time("a", A));
        return (new(day, from), to.Minutes < from.Minutes ? new(day.AddDays(1), to) : new(day, to));
    }
}
