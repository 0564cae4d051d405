using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Telemetry.Analytics.Alarms;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Alarms;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Alarms;
using Telemetry.Model.Calendars;
using Telemetry.Model.Schedules;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>The dossier of a building automation system (CCH R.175-3, R.175-5-1), for one boiler room, to be printed.</summary>
[Authorize(Rights.ReadBoilers)]
internal sealed class Dossier(BoilerRooms rooms, IOperation operation, IAlarms alarms, AlarmBook book, ITownRegistry registry) : SitePage
{
    private const int Days = 30;
    private const int MostAlarms = 2000;
    private const double HourlyEnough = 0.9;

    public BoilerRoom Room { get; private set; } = null!;

    public OperationReport Report { get; private set; } = null!;

    public IReadOnlyList<Point> Points { get; private set; } = [];

    /// <summary>Alarms of the period, their names counted.</summary>
    public IReadOnlyList<(string Name, int Count)> Alarms { get; private set; } = [];

    public Programme? Programme { get; private set; }

    public TimeZoneInfo Zone => Room.Facts.Zone;

    public Phrase HourlyState => Report.HourlyRoom >= HourlyEnough ? DossierWords.Met : Report.HourlyRoom > 0 ? DossierWords.Partly : DossierWords.NotMet;

    public IActionResult OnGet(string gateway, string device)
    {
        if (rooms.Find(gateway, device) is not { } room)
        {
            return NotFound();
        }

        Room = room;
        // Whole local days, so that the same dossier printed twice in a day says the same.
        var today = CivilTime.DayOf(room.Facts.Now, Zone);
        var (from, to) = (CivilTime.At(today.AddDays(-Days), LocalMinute.DayStart, Zone), CivilTime.At(today, LocalMinute.DayStart, Zone));
        Report = operation.Of(room.Equipment, from, to);
        Points = [.. registry.Current.Points.Where(point => point.Id.Equipment == room.Equipment.Id)];
        Programme = room.Versions.FirstOrDefault(story => story.IsKept)?.Programme;
        Alarms =
        [
            .. alarms.Raised(from, to, MostAlarms).Where(Here)
                .GroupBy(alarm => AlarmSentence.Name(alarm, Language), StringComparer.Ordinal)
                .Select(group => (group.Key, group.Count())).OrderByDescending(one => one.Item2),
        ];
        return Page();
    }

    /// <summary>A figure as it is printed, or why there is none.</summary>
    public string Print(Figure figure, int decimals, string unit) => figure.Problem != FigureProblem.None || !double.IsFinite(figure.Value)
        ? Say(FigureWords.Missing) + " : " + Say(FigureWords.Why(figure.Problem))
        : Language.Measure(figure.Value, decimals, unit) + Partly(figure);

    /// <summary>A share as it is printed.</summary>
    public string PrintShare(Figure figure) => figure.Problem != FigureProblem.None ? Print(figure, 0, "") : Language.Percent(figure.Value) + Partly(figure);

    private string Partly(Figure figure) => figure.Coverage < 0.995 ? ", " + Say(FigureWords.Coverage, Language.Percent(figure.Coverage)) : "";

    private bool Here(Alarm alarm) => alarm.Source.Equipment == Room.Equipment.Id
        || (alarm.Source.Equipment.Gateway == Room.Equipment.Id.Gateway && book.Of(alarm, [], Language).Place.BuildingId == Room.Building.Id);
}
