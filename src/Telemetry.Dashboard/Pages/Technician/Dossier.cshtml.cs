using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Telemetry.Analytics.Alarms;
using Telemetry.Analytics.Indicators.Alarms;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports;
using Telemetry.Analytics.Reports.Estate;
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
internal sealed class Dossier(
    BoilerRooms rooms, IOperation operation, IAlarms alarms, AlarmBook book, ITownRegistry registry, IEstate estate, IDrifts drifts, IHotWaterEvidence hotWater) : RoomPage(rooms)
{
    private const int Days = 30;
    private const int MostAlarms = 2000;
    private const double HourlyEnough = 0.9;

    private const int YearsKept = 5;

    /// <summary>A whole civil year in place of the last thirty days.</summary>
    [BindProperty(SupportsGet = true, Name = "an")]
    public int? Year { get; set; }

    /// <summary>Every operation figure, printed.</summary>
    public IReadOnlyList<DossierRow> Rows { get; private set; } = [];

    public BuildingDrift? Drift { get; private set; }

    /// <summary>Years that can be asked for: the one that runs and the five before it.</summary>
    public IReadOnlyList<string> Years => [.. Enumerable.Range(0, YearsKept + 1).Select(back => (Today.Year - back).ToString(CultureInfo.InvariantCulture))];

    public DateOnly Today => CivilTime.DayOf(Room.Facts.Now, Zone);

    /// <summary>The written message of a loss of efficiency; null when there is none.</summary>
    public string? DriftMessage => Drift?.Lasting is { } lasting ? Say(DossierWords.DriftMessage, Language.Change(Drift.Share), Language.Day(lasting.From)) : null;

    public Phrase DriftState => Drift is null ? DossierWords.Partly : DossierWords.Met;

    public string DriftText => Say(Drift switch { null => DossierWords.NotJudged, { Lasting: not null } => DossierWords.Drift, _ => DossierWords.NoDrift });

    public OperationReport Report { get; private set; } = null!;

    public IReadOnlyList<Point> Points { get; private set; } = [];

    /// <summary>Alarms of the period, their names counted.</summary>
    public IReadOnlyList<(string Name, int Count)> Alarms { get; private set; } = [];

    public Programme? Programme { get; private set; }

    public TimeZoneInfo Zone => Room.Facts.Zone;

    public Phrase HourlyState => Report.HourlyRoom >= HourlyEnough ? DossierWords.Met : Report.HourlyRoom > 0 ? DossierWords.Partly : DossierWords.NotMet;

    public IActionResult OnGet(string gateway, string device)
    {
        if (!Find(gateway, device))
        {
            return NotFound();
        }

        // Whole local days, so that the same dossier printed twice in a day says the same.
        var (first, last) = Year is { } year && year >= Today.Year - YearsKept && year <= Today.Year
            ? (new DateOnly(year, 1, 1), year == Today.Year ? Today : new DateOnly(year + 1, 1, 1))
            : (Today.AddDays(-Days), Today);
        var (from, to) = (CivilTime.At(first, LocalMinute.DayStart, Zone), CivilTime.At(last, LocalMinute.DayStart, Zone));
        Report = operation.Of(Room.Equipment, from, to);
        Points = [.. registry.Current.Points.Where(point => point.Id.Equipment == Room.Equipment.Id)];
        Programme = Room.Versions.FirstOrDefault(story => story.IsKept)?.Programme;
        var raised = alarms.Raised(from, to, MostAlarms).Where(Here).ToList();
        Alarms =
        [
            .. raised.GroupBy(alarm => AlarmSentence.Name(alarm, Language), StringComparer.Ordinal)
                .Select(group => (group.Key, group.Count())).OrderByDescending(one => one.Item2),
        ];
        Drift = drifts.Drifts().FirstOrDefault(one => one.Building.Id == Room.Building.Id && one.Building.Municipality == Room.Building.Municipality);
        Rows = new DossierRows(Report, Language).All(new DossierRows.Beside
        {
            Alarms = AlarmFigures.Of(raised, 1, from, to),
            HotWater = Programme?.HotWater is null ? [] : hotWater.Of(Room.Equipment, first, last.AddDays(-1), Zone),
            Drift = Drift,
            PerSquareMetre = estate.Of(EstatePeriod.Parse(null, estate.Today)).Buildings.FirstOrDefault(one => one.Building.Id == Room.Building.Id)?.PerSquareMetre,
            Programme = Programme,
            Today = Today,
        });
        return Page();
    }

    private bool Here(Alarm alarm) => alarm.Source.Equipment == Room.Equipment.Id
        || (alarm.Source.Equipment.Gateway == Room.Equipment.Id.Gateway && book.Of(alarm, [], Language).Place.BuildingId == Room.Building.Id);
}
