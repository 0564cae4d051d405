using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Telemetry.Analytics.Alarms;
using Telemetry.Analytics.Indicators.Alarms;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Alarms;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Pages.Alarms;

/// <summary>Alarms of the past: filtered, with the times to answer and to restore.</summary>
[Authorize(Rights.ReadBoilers)]
internal sealed class History(AlarmBook book, IAlarms alarms) : SitePage
{
    /// <summary>Most alarms listed; the figures are over all of them.</summary>
    public const int Most = 30;

    private const int MostRead = 20_000;

    /// <summary>Periods one may ask for, days.</summary>
    public static readonly IReadOnlyList<int> Periods = [1, 7, 30, 365];

    [BindProperty(SupportsGet = true)]
    public int Jours { get; set; } = 30;

    [BindProperty(SupportsGet = true)]
    public int? Niveau { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Batiment { get; set; }

    public IReadOnlyList<Building> Buildings => book.Buildings;

    public int Sites { get; private set; }

    public AlarmFigures Figures { get; private set; } = null!;

    public IReadOnlyList<AlarmView> Listed { get; private set; } = [];

    public string PerSite => Figures.PerSitePerDay is { } rate ? Say(HistoryWords.PerSite, Language.Number(rate, 2)) : Say(HistoryWords.NoSites);

    public void OnGet()
    {
        Jours = Periods.Contains(Jours) ? Jours : 30;
        var (now, open) = (book.Now, alarms.Open);
        var chosen = Buildings.FirstOrDefault(one => one.Id == Batiment);
        Sites = chosen is null ? Buildings.Count : 1;
        List<AlarmView> views =
        [
            .. alarms.Raised(now.AddDays(-Jours), now.AddTicks(1), MostRead).Where(book.IsTheirs).Select(alarm => book.Of(alarm, open, Language))
                .Where(view => chosen is null || view.Place.BuildingId == chosen.Id),
        ];
        Figures = AlarmFigures.Of(views.Select(view => view.Alarm), Sites, now.AddDays(-Jours), now.AddTicks(1));
        Listed = Niveau is { } level ? [.. views.Where(view => (int)view.Alarm.Severity == level)] : views;
    }

    public string Times(AnswerTimes times) => times is { Mean: { } mean, NinetiethPercentile: { } most }
        ? Say(HistoryWords.MeanAnd90, Span(mean), Span(most))
        : Say(HistoryWords.NoTimes);

    private string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 120 } => Say(HistoryWords.Minutes, Language.Number(Math.Ceiling(span.TotalMinutes), 0)),
        { TotalHours: < 48 } => Say(HistoryWords.Hours, Language.Number(span.TotalHours, 1)),
        _ => Say(HistoryWords.LongDays, Language.Number(span.TotalDays, 1)),
    };
}
