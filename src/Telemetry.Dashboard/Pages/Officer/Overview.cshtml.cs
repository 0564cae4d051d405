using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Reports.Actions;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>The officer's first page: are we on the path, which buildings explain it, may I sign.</summary>
[Authorize(Rights.ReadEstate)]
internal sealed class Overview(IEstate estate, IActions actions, IVerdicts verdicts) : SitePage
{
    public EstateFigures Figures { get; private set; } = null!;

    public EstateYears Years { get; private set; } = null!;

    public IReadOnlyList<EnergyAction> Open { get; private set; } = [];

    /// <summary>Anomalies nobody has answered yet, the dearest first.</summary>
    public IReadOnlyList<BuildingAnomaly> ToDecide { get; private set; } = [];

    public IReadOnlyList<EstatePeriod> Periods => estate.Periods();

    public DateOnly Today => estate.Today;

    public string PeriodName => PeriodText.Of(Figures.Period, Language);

    /// <summary>Whether all buildings are shown rather than the half of use.</summary>
    public bool ShowsAll { get; private set; }

    public IReadOnlyList<BuildingPeriod> Shown => ShowsAll ? Figures.Buildings : Figures.HalfOfUse;

    public string Finding
    {
        get
        {
            var change = Figures.AdjustedChange;
            var first = change.Problem != FigureProblem.None ? Say(OverviewWords.NoChange, PeriodName, Say(FigureWords.Why(change.Problem)))
                : Math.Abs(change.Value) < 0.005 ? Say(OverviewWords.Steady, PeriodName)
                : Say(change.Value < 0 ? OverviewWords.Fell : OverviewWords.Rose, PeriodName, Language.Change(Math.Abs(change.Value)).TrimStart('+'));
            return OnPath() is { } second ? $"{first} {second}" : first;
        }
    }

    public void OnGet(string? periode, string? tous)
    {
        ShowsAll = tous is not null;
        Figures = estate.Of(EstatePeriod.Parse(periode, estate.Today));
        Years = estate.Years();
        ToDecide = Anomalies.Unanswered(estate, verdicts, actions);
        Open = [.. actions.All().Where(action => action.State is ActionState.Planned or ActionState.UnderWay)];
    }

    /// <summary>The trajectory's numbers as a file.</summary>
    public IActionResult OnGetCsv()
    {
        OnGet(null, null);
        return File(YearsCsv(), "text/csv; charset=utf-8", "trajectoire.csv");
    }

    /// <summary>The trajectory's table as a file: the chart's own numbers.</summary>
    public byte[] YearsCsv() => CsvFile.Of(
    [
        ["annee", "mesure_kwh_pci", "climat_egal_kwh_pci", "chemin_2030_kwh_pci", "couverture_pct"],
        .. Years.Years.Select(year => (string[])
        [
            year.Year.ToString(CultureInfo.InvariantCulture), CsvFile.Number(Value(year.Measured)), CsvFile.Number(Value(year.Adjusted)),
            CsvFile.Number(Years.Path(year.Year)), CsvFile.Number(Math.Round(year.Measured.Coverage * 100, 1)),
        ]),
    ]);

    public static double Value(Figure figure) => figure.Problem == FigureProblem.None ? figure.Value : double.NaN;

    /// <summary>A change in words, or why there is none.</summary>
    public string Changed(Figure change, Phrase phrase) => change.Problem == FigureProblem.None
        ? Say(phrase, Language.Change(change.Value))
        : Say(OverviewWords.NotCompared, Say(FigureWords.Why(change.Problem)));

    private string? OnPath()
    {
        if (Years.Years is not [.., var last] || last.Year <= Years.ReferenceYear || Years.Of(last) is not { } year)
        {
            return null;
        }

        var points = year.Gap / Years.Reference * 100;
        var text = Language.Number(Math.Abs(points), Math.Abs(points) < 9.95 ? 1 : 0);
        return Say(points > 0 ? OverviewWords.Behind : OverviewWords.Ahead, last.Year.ToString(CultureInfo.InvariantCulture), text);
    }
}
