using Telemetry.Analytics.History;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Reports.Hours;

/// <summary>Which local days of a register late samples can change: those <see cref="DayReadings"/> would read them for, and no other.</summary>
internal static class LateReach
{
    /// <summary>First and last day, both included.</summary>
    internal static (DateOnly First, DateOnly Last) Of(LateMark mark, IHistory history, ILateMarks marks, TimeZoneInfo zone)
    {
        // Days across a gap before them look at the first readings after it.
        var first = mark.First;
        for (var step = 0; step < DayReadings.Confirming; step++)
        {
            if (history.LastBefore(mark.Point, first) is not { } before || mark.First - before.At > DayReadings.LongestLook)
            {
                break;
            }

            first = before.At;
        }

        // Days up to the next reading look back at the last one before them.
        var last = marks.FirstAfter(mark.Point, mark.Last)?.At ?? mark.Last;
        last = last - mark.Last > DayReadings.LongestLook ? mark.Last + DayReadings.LongestLook : last;
        return (CivilDays.Of(first - DayReadings.Margin, zone), CivilDays.Of(last + DayReadings.Margin, zone));
    }
}
