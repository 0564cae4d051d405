using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Reports.Running;
using Telemetry.Dashboard.Pages.Officer;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Live;

/// <summary>The running day of a building in words, the same for the page and for the live stream.</summary>
/// <param name="Id">The building's slug.</param>
/// <param name="Energy">Energy since midnight.</param>
/// <param name="Carbon">Emissions since midnight.</param>
/// <param name="BaseLoad">Base load, or why there is none.</param>
/// <param name="Deviation">Electricity against what is expected by now, or why it cannot be said.</param>
internal sealed record DayView(string Id, string Energy, string Carbon, string BaseLoad, string Deviation)
{
    public static DayView Of(RunningDay day, Language language) => new(
        day.Building.Id,
        FigureText.Of(day.Energy, language).Value,
        FigureText.Of(day.Carbon, language).Value,
        day.BaseLoad.Problem == FigureProblem.None ? language.Measure(day.BaseLoad.Value, 1, "kW") : Why(day.BaseLoad, language),
        day.Expected.Problem == FigureProblem.None ? language.Say(EstateWords.Against, language.Change(day.Deviation), FigureText.Of(day.Expected, language).Value) : Why(day.Expected, language));

    private static string Why(Figure figure, Language language) => language.Say(EstateWords.NotYet, language.Say(FigureWords.Why(figure.Problem)));
}
