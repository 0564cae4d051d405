using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Reports;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Energy;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>« Comment est-ce calculé ? » for a figure of the estate.</summary>
[Authorize(Rights.ReadEstate)]
internal sealed class Explain(IEstate estate) : SitePage
{
    public EstateFigures Figures { get; private set; } = null!;

    public string What { get; private set; } = "";

    public Phrase Name { get; private set; } = OverviewWords.Energy;

    public Figure? Figure { get; private set; }

    public IReadOnlyList<string> Texts { get; private set; } = [];

    public IReadOnlyList<EmissionLine> Emissions { get; private set; } = [];

        public IActionResult OnGet(string what, string? periode)
    {
        What = what;
        Figures = estate.Of(EstatePeriod.Parse(periode, estate.Today));
        switch (what)
        {
            case "energie":
                (Name, Figure, Texts) = (OverviewWords.Energy, Figures.Energy, [Say(ExplainWords.EnergyText), Say(ExplainWords.ClimateText, Figures.Station)]);
                break;
            case "carbone":
                (Name, Figure, Texts) = (OverviewWords.Carbon, Figures.Carbon.Total, [Say(ExplainWords.CarbonText, Figures.Carbon.FactorSet), Market, .. Timed]);
                Emissions = Figures.Carbon.Lines;
                break;
            case "cout":
                (Name, Figure, Texts) = (OverviewWords.Cost, Figures.Cost, [Say(ExplainWords.CostText)]);
                break;
            case "donnees":
                (Name, Texts) = (OverviewWords.Complete, [Say(ExplainWords.DataText), Say(ExplainWords.EnergyText)]);
                break;
            case "trajectoire":
                (Name, Texts) = (OverviewWords.Path, [Say(ExplainWords.PathText), Say(ExplainWords.ClimateText, Figures.Station)]);
                break;
            default:
                return NotFound();
        }

        return Page();
    }

    /// <summary>The market-based figure in one sentence, or why there is none.</summary>
    private string Market => FigureText.Of(Figures.MarketBased, Language) is { Known: true } text
        ? Say(ExplainWords.Market, text.Value)
        : Say(ExplainWords.NoMarket, string.Join(", ", Figures.MarketBased.Missing.Prepend(Say(FigureWords.Why(Figures.MarketBased.Problem)))));

    /// <summary>Each hourly figure in one sentence.</summary>
    private IEnumerable<string> Timed => Figures.Timed.Count == 0 ? [Say(ExplainWords.NoTimed)] : Figures.Timed.Select(one => FigureText.Of(one.Emissions, Language) is { Known: true } text
        ? Say(ExplainWords.Timed, one.Grid, ReportWords.Say(one.Perimeter.ToString(), Language), text.Value, Language.Number(one.GramsPerKWh, 1), Language.Percent(one.Emissions.Coverage))
        : Say(ExplainWords.TimedNone, one.Grid, Say(FigureWords.Why(one.Emissions.Problem))));

    /// <summary>A line's label: an energy and its source in words, or a building's name as it is.</summary>
    public string Label(string label) => label.Split('/') is [var carrier, var source]
        && Enum.TryParse<Carrier>(carrier, out var energy) && Enum.TryParse<EnergySource>(source, out var from)
            ? $"{Say(FigureWords.Carrier(energy))}, {Say(ExplainWords.Of(from)).ToLowerInvariant()}"
            : label;

    /// <summary>The uncertainty of a factor in words.</summary>
    public string Uncertainty(EmissionFactor factor) => factor.Uncertainty is { } share ? "±" + Language.Share(share) : Say(ExplainWords.NotPublished);
}
