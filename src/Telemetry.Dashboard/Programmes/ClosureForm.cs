using System.Globalization;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Schedules;

namespace Telemetry.Dashboard.Programmes;

/// <summary>A closure as it was filled in: first and last day closed.</summary>
internal sealed record ClosureForm
{
    public string? Premier { get; init; }

    public string? Dernier { get; init; }

    public string? Pourquoi { get; init; }

    public ProgrammeMode ModeFerme { get; init; } = ProgrammeMode.Frost;

    /// <summary>The closure, or what to mend.</summary>
    public (Closure? Closure, IReadOnlyList<FieldProblem> Problems) Read(string by, Language language)
    {
        var problems = new List<FieldProblem>();
        DateOnly Day(string field, string? typed)
        {
            if (!DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 2000 or > 2200)
            {
                problems.Add(new(field, language.Say(ProgrammeWords.BadDay)));
                return new DateOnly(2000, 1, 1);
            }

            return day;
        }

        var (first, last) = (Day("premier", Premier), Day("dernier", Dernier));
        var why = (Pourquoi ?? "").Trim();
        if (why.Length is 0 or > ExceptionForm.LongestReason)
        {
            problems.Add(new("pourquoi", why.Length == 0
                ? language.Say(ProgrammeWords.NoReason)
                : language.Say(ProgrammeWords.LongText, ExceptionForm.LongestReason.ToString(CultureInfo.InvariantCulture))));
        }

        return problems.Count > 0
            ? (null, problems)
            : (new Closure { Id = Guid.NewGuid(), From = first, To = last.AddDays(1), Mode = ModeFerme, Reason = why, By = by }, problems);
    }
}
