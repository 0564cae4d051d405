using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Reports;
using Telemetry.Analytics.Reports.Running;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Live;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Energy;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>The officer's page: which buildings explain the total, and can I sign these figures.</summary>
[Authorize(Rights.ReadEstate)]
internal sealed class Estate(IFigures figures, IRunningDays running, TimeProvider clock) : SitePage
{
    public TownFigures Town { get; private set; } = null!;

    /// <summary>Whether the table shows today rather than the month.</summary>
    public bool ShowsToday { get; private set; }

    public HourlyChart? Chart { get; private set; }

    /// <summary>Each building's running day.</summary>
    public IReadOnlyList<DayView> Days => [.. running.Now().Select(day => DayView.Of(day, Language))];

    /// <summary>Energies with a main meter anywhere, in a fixed order.</summary>
    public IReadOnlyList<Carrier> Carriers { get; private set; } = [];

    public TimeZoneInfo Zone => figures.Zone;

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), figures.Zone).DateTime);

    public Figure TotalEnergy => ShowsToday ? Town.EnergyToday : Town.EnergyMonth;

    public Figure TotalCarbon => ShowsToday ? Town.CarbonToday : Town.CarbonMonth;

    /// <summary>The table's period in words.</summary>
    public string Period => ShowsToday ? Language.Day(Today) : Language.Month(clock.GetUtcNow(), figures.Zone);

    public string Finding
    {
        get
        {
            var (month, energy) = (Language.Month(clock.GetUtcNow(), figures.Zone), FigureText.Of(Town.EnergyMonth, Language));
            return energy.Known
                ? Say(EstateWords.Finding, month, energy.Value, FigureText.Of(Town.CarbonMonth, Language).Value, Language.Number(Town.Buildings.Count, 0))
                : Say(EstateWords.NoFinding, month, energy.Note);
        }
    }

    public void OnGet(string? periode, string? batiment, string? energie, string? jour)
    {
        ShowsToday = periode == "jour";
        Town = figures.Town();
        Carriers = [.. Town.Buildings.SelectMany(one => one.Month.ByCarrier.Keys).Distinct().Order()];
        Chart = Find(batiment, energie, jour);
    }

    /// <summary>The chart's numbers as a file.</summary>
    public IActionResult OnGetCsv(string? batiment, string? energie, string? jour)
    {
        OnGet(null, batiment, energie, jour);
        return Chart is null ? NotFound() : File(Chart.ToCsv(), "text/csv; charset=utf-8", Chart.FileName);
    }

    /// <summary>Energy of one building over the table's period.</summary>
    public EnergyByCarrier Energy(BuildingFigures one) => ShowsToday ? one.Today : one.Month;

    private HourlyChart? Find(string? batiment, string? energie, string? jour)
    {
        var building = Town.Buildings.FirstOrDefault(one => string.Equals(one.Building.Id, batiment, StringComparison.Ordinal))
            ?? (batiment is null && Town.Buildings.Count > 0 ? Town.Buildings[0] : null);
        if (building is null)
        {
            return null;
        }

        var carrier = Enum.TryParse<Carrier>(energie, out var asked) && Enum.IsDefined(asked) && asked != Carrier.None
            ? asked
            : building.Month.ByCarrier.Keys.Order().FirstOrDefault(Carrier.Electricity);
        var day = DateOnly.TryParseExact(jour, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) && typed <= Today && typed.Year > 2000 ? typed : Today;
        return HourlyChart.Of(figures, building.Building, carrier, day, clock.GetUtcNow());
    }
}
