using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Telemetry.Analytics.Reports.Zones;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Boilers;
using Telemetry.Model.Calendars;

namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>Months of a boiler room over five years, and each month's hours by zone to take away (CCH R.175-3, 1°).</summary>
[Authorize(Rights.ReadBoilers)]
internal sealed class DossierMonths(BoilerRooms rooms, IZoneData data) : RoomPage(rooms)
{
    private const int YearsKept = 5;

    [BindProperty(SupportsGet = true, Name = "an")]
    public int? Year { get; set; }

    public IReadOnlyList<ZoneMonth> Months { get; private set; } = [];

    /// <summary>Years that can be shown, the newest first.</summary>
    public IReadOnlyList<int> Years => [.. Enumerable.Range(0, YearsKept + 1).Select(back => Today.Year - back)];

    public int Shown => Year is { } year && Years.Contains(year) ? year : Today.Year;

    private DateOnly Today => CivilTime.DayOf(Room.Facts.Now, Room.Facts.Zone);

    public IActionResult OnGet(string gateway, string device)
    {
        if (!Find(gateway, device))
        {
            return NotFound();
        }

        Months = data.Months(Room.Equipment, Shown);
        return Page();
    }

    /// <summary>The hours of one month, zone by zone.</summary>
    /// <param name="gateway">Of the boiler room.</param>
    /// <param name="device">Of the boiler room.</param>
    /// <param name="mois"><c>2026-11</c>.</param>
    public IActionResult OnGetHeures(string gateway, string device, string mois)
    {
        if (!Find(gateway, device)
            || !DateOnly.TryParseExact(mois + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            return NotFound();
        }

        if (first > Today || first.Year < Today.Year - YearsKept)
        {
            return NotFound();
        }

        var zone = Room.Facts.Zone;
        var last = first.AddMonths(1) <= Today ? first.AddMonths(1) : Today.AddDays(1);
        var hours = data.Hours(Room.Equipment, CivilTime.At(first, LocalMinute.DayStart, zone), CivilTime.At(last, LocalMinute.DayStart, zone));
        return File(Encoding.UTF8.GetBytes(Csv(hours)), "text/csv; charset=utf-8", $"{Room.Equipment.Id.Gateway}-{Room.Equipment.Id.Device}-{mois}.csv");
    }

    /// <summary>A number of the table; a dash for what nobody knows.</summary>
    public string Cell(double value, int decimals, string unit) => double.IsFinite(value) ? Language.Measure(value, decimals, unit) : "—";

    private static string Csv(IReadOnlyList<ZoneHour> hours)
    {
        var text = new StringBuilder("zone;begin_utc;room_c;setpoint_c;flow_c;return_c;outdoor_c;burner_share;gas_kwh_pcs;electricity_kwh\n");
        foreach (var hour in hours)
        {
            text.Append(Quoted(hour.Zone)).Append(';').Append(hour.From.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture));
            foreach (var value in new[] { hour.Room, hour.Setpoint, hour.Flow, hour.Return, hour.Outdoor, hour.Burner, hour.GasKWh, hour.ElectricityKWh })
            {
                text.Append(';').Append(double.IsFinite(value) ? value.ToString("0.###", CultureInfo.InvariantCulture) : "");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    // A name that a spreadsheet would take for a formula is told to be text.
    private static string Quoted(string name) => $"\"{(name.Length > 0 && name[0] is '=' or '+' or '-' or '@' ? "'" : "")}{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
