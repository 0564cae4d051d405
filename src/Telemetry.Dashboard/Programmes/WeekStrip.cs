using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Calendars;
using Telemetry.Model.Schedules;

namespace Telemetry.Dashboard.Programmes;

/// <summary>Seven days of a zone as a small picture drawn by the server, with exceptions and holidays in it.</summary>
internal static class WeekStrip
{
    private const int DaysShown = 7;
    private const double Left = 58;
    private const double Width = 400;
    private const double RowHeight = 22;
    private const double Top = 18;

    /// <summary>The picture; its name says the same for those who cannot see it.</summary>
    public static IHtmlContent Draw(string name, Timetable timetable, DateTimeOffset now, TimeZoneInfo zone, Language language)
    {
        var today = CivilTime.DayOf(now, zone);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart strip\" viewBox=\"0 0 {Width} {Top + (DaysShown * RowHeight) + 4}\" role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(name)}\">");
        for (var hour = 0; hour <= 24; hour += 6)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"x\" x=\"{Math.Clamp(X(hour), Left + 12, Width - 22):0.#}\" y=\"12\">{hour:00}:00</text>");
        }

        for (var day = 0; day < DaysShown; day++)
        {
            Row(svg, today.AddDays(day), Top + (day * RowHeight), timetable, zone, language);
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private static void Row(StringBuilder svg, DateOnly day, double y, Timetable timetable, TimeZoneInfo zone, Language language)
    {
        var (from, to) = (CivilTime.At(day, LocalMinute.DayStart, zone), CivilTime.At(day, LocalMinute.DayEnd, zone));
        var changes = timetable.Between(from, to);
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{y + 15:0.#}\">{HtmlEncoder.Default.Encode(language.WeekDay(day)[..3])} {day.Day}</text>");
        for (var index = 0; index < changes.Count; index++)
        {
            // By the share of the day that has gone by: a day of 23 or 25 hours fills its row all the same.
            var (start, end) = (changes[index].At, index + 1 < changes.Count ? changes[index + 1].At : to);
            var (left, right) = (24 * ((start - from) / (to - from)), 24 * ((end - from) / (to - from)));
            var look = changes[index].To.Mode.ToString().ToLowerInvariant() + (changes[index].To.Cause == ScheduleCause.Exception ? " once" : "");
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{look}\" x=\"{X(left):0.#}\" y=\"{y + 2:0.#}\" width=\"{X(right) - X(left):0.#}\" height=\"{RowHeight - 5}\"/>");
        }
    }

    private static double X(double hour) => Left + ((Width - Left - 4) * hour / 24);
}
