using Telemetry.Model.Calendars;
using Telemetry.Model.Schedules;

namespace Telemetry.Dashboard.Programmes;

/// <summary>One line of a day as it was typed.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends; 00:00 is the end of the day.</param>
/// <param name="Mode">What holds in it.</param>
internal sealed record WeekLine(string From, string To, ProgrammeMode Mode)
{
    /// <summary>A line to be filled in.</summary>
    public static WeekLine Empty { get; } = new("", "", ProgrammeMode.Occupied);

    /// <summary>Whether nothing was typed.</summary>
    public bool IsBlank => From.Length == 0 && To.Length == 0;

    /// <summary>A slot as the form shows it; browsers' clocks know no 24:00.</summary>
    public static WeekLine Of(Slot slot) => new(slot.From.ToString(), slot.To == LocalMinute.DayEnd ? "00:00" : slot.To.ToString(), slot.Mode);

    /// <summary>The slot typed; null where a time cannot be read.</summary>
    public Slot? ToSlot() => LocalMinute.TryParse(From, out var from) && LocalMinute.TryParse(To, out var to)
        ? new Slot(from, to == LocalMinute.DayStart ? LocalMinute.DayEnd : to, Mode)
        : null;
}
