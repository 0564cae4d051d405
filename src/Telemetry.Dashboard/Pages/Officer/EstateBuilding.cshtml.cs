using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Baseline;
using Telemetry.Analytics.Reports.Actions;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>One building for the officer: expected against measured, while closed, signature, sources, actions.</summary>
[Authorize(Rights.ReadEstate)]
internal sealed class EstateBuilding(IEstate estate, IActions actions) : SitePage
{
    public BuildingPeriod One { get; private set; } = null!;

    public EstatePeriod Period { get; private set; } = null!;

    public BuildingChart? Chart { get; private set; }

    public IReadOnlyList<EnergyAction> Actions { get; private set; } = [];

    public IReadOnlyList<EstatePeriod> Periods => estate.Periods();

    public DateOnly Today => estate.Today;

    public string PeriodName => PeriodText.Of(Period, Language);

    public string Finding
    {
        get
        {
            var name = One.Building.Name;
            if (One.Expectation is not { } expectation)
            {
                return Say(BuildingWords.NoModel, PeriodName, name, Say(BuildingWords.NoWeather));
            }

            var savings = expectation.Savings;
            if (savings.Avoided.Problem != FigureProblem.None || !expectation.Gate.Passed)
            {
                return Say(BuildingWords.NoModel, PeriodName, name, Say(FigureWords.Why(savings.Avoided.Problem != FigureProblem.None ? savings.Avoided.Problem : FigureProblem.NoModel)));
            }

            return savings.Significant
                ? Say(One.Deviation > 0 ? BuildingWords.More : BuildingWords.Less, PeriodName, name, FigureText.Print(Math.Abs(savings.Avoided.Value), "kWh", Language), Language.Change(One.Deviation))
                : Say(BuildingWords.AsExpected, PeriodName, name);
        }
    }

    public IActionResult OnGet(string id, string? periode)
    {
        Period = EstatePeriod.Parse(periode, estate.Today);
        if (estate.Of(Period).Buildings.FirstOrDefault(one => one.Building.Id == id) is not { } found)
        {
            return NotFound();
        }

        (One, Chart) = (found, found.Expectation is { } expectation ? BuildingChart.Of(expectation) : null);
        Actions = [.. actions.All().Where(action => action.Building == id)];
        return Page();
    }

    /// <summary>The numbers of a chart as a file.</summary>
    public IActionResult OnGetCsv(string id, string? periode, string? quoi)
    {
        var page = OnGet(id, periode);
        return page is not PageResult || Chart is null ? NotFound()
            : File(quoi == "signature" ? Chart.DegreesCsv() : Chart.MonthsCsv(), "text/csv; charset=utf-8", $"{id}_{(quoi == "signature" ? "signature" : "mois")}_{Period.Word}.csv");
    }

    public Phrase Verdict(FitStatistics statistics) => BaselineGate.Verdict(statistics) switch
    {
        FitVerdict.Good => BuildingWords.Good,
        FitVerdict.Usable => BuildingWords.Usable,
        _ => BuildingWords.Insufficient,
    };
}
