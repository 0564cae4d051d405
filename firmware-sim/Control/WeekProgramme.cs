namespace FirmwareSim.Control;

/// <summary>Opening hours of a building, the same every open day, in local time.</summary>
internal sealed record WeekProgramme(double Opens, double Closes, bool WeekendToo)
{
    /// <summary>True during opening hours.</summary>
    internal bool Covers(DateTime local) => OpenDay(local) && local.TimeOfDay.TotalHours >= Opens && local.TimeOfDay.TotalHours < Closes;

    /// <summary>Hours to the next opening; 0 when open.</summary>
    internal double HoursToOpening(DateTime local)
    {
        if (Covers(local))
        {
            return 0;
        }

        for (var day = 0; day < 8; day++)
        {
            var opening = local.Date.AddDays(day).AddHours(Opens);
            if (opening > local && OpenDay(opening))
            {
                return (opening - local).TotalHours;
            }
        }

        return double.PositiveInfinity;
    }

    /// <summary>True on a day when the building opens.</summary>
    internal bool OpenDay(DateTime local) => WeekendToo || local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
