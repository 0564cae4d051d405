using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Telemetry.Analytics.Reports.Actions;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Reports;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>Anomalies: a sentence, what is at stake, and three answers.</summary>
[Authorize(Rights.ReadEstate)]
internal sealed class Anomalies(IEstate estate, IVerdicts verdicts, IActions actions, OfficeScribe scribe, TimeProvider clock) : SitePage
{
    private const int LongestReason = 300;

    public IReadOnlyList<BuildingAnomaly> Open { get; private set; } = [];

    public IReadOnlyList<(BuildingAnomaly Anomaly, Verdict Verdict)> Answered { get; private set; } = [];

    public string? Problem { get; private set; }

    public string? Done { get; private set; }

    /// <summary>Anomalies nobody has answered yet.</summary>
    public static IReadOnlyList<BuildingAnomaly> Unanswered(IEstate estate, IVerdicts verdicts, IActions actions)
    {
        var answered = verdicts.All().Keys.Concat(actions.All().Select(action => action.Origin)).ToHashSet(StringComparer.Ordinal);
        return [.. estate.Anomalies().Where(one => !answered.Contains(one.Key))];
    }

    public void OnGet(string? fait)
    {
        var said = verdicts.All();
        Open = Unanswered(estate, verdicts, actions);
        Answered = [.. estate.Anomalies().Where(one => said.ContainsKey(one.Key)).Select(one => (one, said[one.Key]))];
        Done = fait is null ? null : Say(AnomalyWords.Kept);
    }

    /// <summary>Keeps a verdict with its reason.</summary>
    public IActionResult OnPost(string? anomalie, string? motif, string? verdict)
    {
        if (!User.May(Rights.SignFigures))
        {
            return Forbid();
        }

        if (estate.Anomalies().FirstOrDefault(one => one.Key == anomalie) is not { } found)
        {
            return NotFound();
        }

        if (motif?.Trim() is not { Length: > 0 and <= LongestReason } reason)
        {
            OnGet(null);
            Problem = Say(AnomalyWords.ReasonNeeded);
            return Page();
        }

        scribe.Answered(found, verdict == "fausse", reason, Actor.Of(HttpContext));
        verdicts.Say(new Verdict(found.Key, verdict == "fausse", reason, User.Identity!.Name!, clock.GetUtcNow()));
        return Redirect(Link("/patrimoine/anomalies?fait=1"));
    }
}
