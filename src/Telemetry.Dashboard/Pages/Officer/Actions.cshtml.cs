using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports.Actions;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Reports;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>The register of actions: owner, due date, expected and measured gain.</summary>
[Authorize(Rights.ReadEstate)]
internal sealed class Actions(IActions actions, ITownRegistry registry, IEstate estate, OfficeScribe scribe) : SitePage
{
    [BindProperty]
    public ActionForm Form { get; set; } = new();

    public IReadOnlyList<EnergyAction> All { get; private set; } = [];

    public IReadOnlyList<Building> Buildings => registry.Current.Buildings;

    public DateOnly Today => estate.Today;

    public string? Problem { get; private set; }

    public void OnGet(string? batiment, string? origine = null)
    {
        Form.Batiment ??= batiment;
        Form.Origine ??= origine;
        All = actions.All();
    }

    public string NameOf(string building) => Buildings.FirstOrDefault(one => one.Id == building)?.Name ?? building;

    /// <summary>Records an action.</summary>
    public IActionResult OnPost()
    {
        if (!User.May(Rights.SignFigures))
        {
            return Forbid();
        }

        var building = Buildings.FirstOrDefault(one => one.Id == Form.Batiment)?.Id ?? "";
        if (Form.Read(null, building) is not { } action)
        {
            Problem = Say(ActionWords.Wrong);
            OnGet(null);
            return Page();
        }

        var planned = action with { State = ActionState.Planned, Done = null };
        scribe.Added(planned, Actor.Of(HttpContext));
        var kept = actions.Add(planned, User.Identity!.Name!);
        return Redirect(Link(FormattableString.Invariant($"/patrimoine/actions/{kept.Id}?fait=1")));
    }
}
