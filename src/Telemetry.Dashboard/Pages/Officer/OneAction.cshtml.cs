using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Baseline;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports.Actions;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Reports;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>One action: how far it is, and what it gained as measured.</summary>
[Authorize(Rights.ReadEstate)]
internal sealed class OneAction(IActions actions, ITownRegistry registry, IEstate estate, IAdjustments adjustments, OfficeScribe scribe) : SitePage
{
    [BindProperty]
    public ActionForm Form { get; set; } = new();

    public EnergyAction Action { get; private set; } = null!;

    public string Building => registry.Current.Buildings.FirstOrDefault(one => one.Id == Action.Building)?.Name ?? Action.Building;

    public string? Problem { get; private set; }

    public string? Done { get; private set; }

    [BindProperty]
    public AdjustmentForm Adjustment { get; set; } = new();

    /// <summary>Adjustments declared for the building.</summary>
    public IReadOnlyList<Adjustment> Adjustments => adjustments.Of(Action.Building);

    /// <summary>The measured gain in words, energy by energy.</summary>
    public IReadOnlyList<string> Gains => estate.Gains(Action) is { Count: > 0 } gains
        ? [.. gains.Select(one => Say(ActionWords.GainOf, Say(FigureWords.Carrier(one.Carrier)).ToLowerInvariant(), Gain(one.Savings)))]
        : [Say(ActionWords.GainLater)];

    private string Gain(AvoidedEnergy gain) => gain.Avoided.Problem != FigureProblem.None
        ? Say(ActionWords.GainNone, Say(FigureWords.Why(gain.Avoided.Problem)))
        : Say(
            gain.Significant ? ActionWords.Gain : ActionWords.GainNot,
            FigureText.Print(gain.Avoided.Value, "kWh", Language), FigureText.Print(gain.Band, "kWh", Language), Language.Number(gain.Days, 0));

    public IActionResult OnGet(long id, string? fait)
    {
        if (actions.Find(id) is not { } found)
        {
            return NotFound();
        }

        Action = found;
        Done = fait switch { "1" => Say(ActionWords.Made), "2" => Say(ActionWords.Saved), "3" => Say(ActionWords.Adjusted), _ => null };
        Form = new ActionForm
        {
            Titre = found.Title, Responsable = found.Owner, Echeance = PeriodText.Machine(found.Due), Etat = found.State,
            Cout = found.Cost?.ToString(CultureInfo.InvariantCulture), Gain = found.ExpectedKWh?.ToString(CultureInfo.InvariantCulture),
            Faite = found.Done is { } done ? PeriodText.Machine(done) : null,
        };
        return Page();
    }

    /// <summary>Moves the action on.</summary>
    public IActionResult OnPost(long id)
    {
        if (!User.May(Rights.SignFigures))
        {
            return Forbid();
        }

        if (actions.Find(id) is not { } found)
        {
            return NotFound();
        }

        Action = found;
        var moved = Form.Read(found, found.Building);
        Problem = moved is null ? Say(ActionWords.Wrong) : moved is { State: ActionState.Done } && (moved.Done is null || moved.Done > estate.Today) ? Say(ActionWords.DoneNeeded) : null;
        if (Problem is not null)
        {
            return Page();
        }

        var remark = Form.Remarque?.Trim() ?? "";
        scribe.Changed(found, moved!, Actor.Of(HttpContext), remark);
        actions.Move(moved!, User.Identity!.Name!, remark);
        return Redirect(Link(FormattableString.Invariant($"/patrimoine/actions/{id}?fait=2")));
    }

    /// <summary>Declares a change of the building that is no saving.</summary>
    public IActionResult OnPostAjustement(long id)
    {
        if (!User.May(Rights.SignFigures))
        {
            return Forbid();
        }

        if (OnGet(id, null) is not PageResult page)
        {
            return NotFound();
        }

        if (Adjustment.Read(Action.Building, User.Identity!.Name!) is not { } declared)
        {
            Problem = Say(ActionWords.AdjustmentWrong);
            return page;
        }

        scribe.Declared(declared, Actor.Of(HttpContext));
        adjustments.Add(declared);
        return Redirect(Link(FormattableString.Invariant($"/patrimoine/actions/{id}?fait=3")));
    }
}
