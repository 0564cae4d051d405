using Telemetry.Model.Calendars;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Gateway.Control.Heating;

/// <summary>When a tank is heated up against legionella (choc thermique), and when that has been achieved: pure.</summary>
/// <remarks>
/// On the days and at the hour that are set; once more on the next day when it was not achieved; and in the 24 h before people come back from a week or more away
/// (arrêté of 30 November 2005). It is achieved only when the coldest sensor held the whole time (RMH760): 2 min at 70 °C, 4 min at 65 °C, 60 min at 60 °C.
/// It is given up after four hours.
/// </remarks>
internal static class HotWaterRun
{
    /// <summary>The set point stands so much above the aim, for the coldest place to reach it, K.</summary>
    internal const double Above = 5;

    internal static readonly TimeSpan Longest = TimeSpan.FromHours(4);
    private static readonly TimeSpan BeforeOpening = TimeSpan.FromHours(24);
    private static readonly TimeSpan Away = TimeSpan.FromDays(7);

    /// <summary>The set point of the tank while a run lasts, °C.</summary>
    internal static double Setpoint(HotWaterSettings water) => water.LegionellaRun + Above;

    /// <summary>How long the coldest sensor must hold a temperature of 60 °C or more.</summary>
    internal static TimeSpan Hold(double celsius) => TimeSpan.FromMinutes(celsius >= 70 ? 2 : celsius >= 65 ? 4 : 60);

    /// <summary>What is known a moment later.</summary>
    /// <param name="book">What was known.</param>
    /// <param name="water">The settings.</param>
    /// <param name="timetable">When people come; null when that is not known.</param>
    /// <param name="clock">The time zone of the hours.</param>
    /// <param name="now">The instant.</param>
    /// <param name="coldest">The coldest sensor of the tank, °C; null while one of them is not known.</param>
    internal static HotWaterBook Look(HotWaterBook book, HotWaterSettings water, Timetable? timetable, TimeZoneInfo clock, DateTimeOffset now, double? coldest)
    {
        if (!book.Running)
        {
            return Due(book, water, timetable, clock, now) is var (at, repeats) ? new HotWaterBook { Due = at, Running = true, Repeats = repeats, End = book.End } : book;
        }

        var hotSince = coldest >= water.LegionellaRun ? book.HotSince ?? now : (DateTimeOffset?)null;
        var looked = book with { HotSince = hotSince, Heard = book.Heard || coldest is not null };
        return hotSince is { } since && now - since >= Hold(water.LegionellaRun) ? looked with { Running = false, End = HotWaterRunEnd.Met }
            : now - book.Due >= Longest || now < book.Due ? looked with { Running = false, End = looked.Heard ? HotWaterRunEnd.NotMet : HotWaterRunEnd.NotMeasured }
            : looked;
    }

    private static (DateTimeOffset At, bool Repeats)? Due(HotWaterBook book, HotWaterSettings water, Timetable? timetable, TimeZoneInfo clock, DateTimeOffset now)
    {
        var today = CivilTime.DayOf(now, clock);
        for (var back = 0; back <= 1; back++)
        {
            var day = today.AddDays(-back);
            var at = CivilTime.At(day, water.LegionellaStart, clock);
            if (at > now || now - at >= Longest || at <= book.Due)
            {
                continue;
            }

            var planned = water.LegionellaDays.Contains(day.DayOfWeek);
            if (planned || Reopens(timetable, at))
            {
                return (at, false);
            }

            if (book is { End: HotWaterRunEnd.NotMet, Repeats: false, Due: { } failed } && CivilTime.DayOf(failed, clock) == day.AddDays(-1))
            {
                return (at, true);
            }
        }

        return null;
    }

    private static bool Reopens(Timetable? timetable, DateTimeOffset at)
    {
        static bool IsOpen(TimetableChange change) => change.To.Mode == ProgrammeMode.Occupied;
        return timetable is not null && timetable.Between(at, at + BeforeOpening) is var ahead && !IsOpen(ahead[0]) && ahead.Any(IsOpen)
            && !timetable.Between(at - Away, at).Any(IsOpen);
    }
}
