using System.Globalization;

namespace Telemetry.Model.Calendars;

/// <summary>A minute of a day on the wall clock, from 00:00 to 24:00 both included: the end of a day has a name of its own.</summary>
public readonly record struct LocalMinute
{
    private const int DayLength = 24 * 60;

    /// <summary>Makes it from minutes since 00:00.</summary>
    /// <param name="minutes">From 0 to 1440.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside a day.</exception>
    public LocalMinute(int minutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, DayLength);
        Minutes = minutes;
    }

    /// <summary>00:00.</summary>
    public static LocalMinute DayStart => new(0);

    /// <summary>24:00, which is 00:00 of the next day.</summary>
    public static LocalMinute DayEnd => new(DayLength);

    /// <summary>Minutes since 00:00 on the wall clock, 0 to 1440.</summary>
    public int Minutes { get; }

    /// <summary>Reads <c>08:30</c>, <c>8:30</c> or <c>24:00</c>.</summary>
    /// <returns>False for anything else.</returns>
    public static bool TryParse(string? text, out LocalMinute minute)
    {
        minute = default;
        var parts = text?.Split(':') ?? [];
        if (parts.Length != 2 || parts[0].Length is 0 or > 2 || parts[1].Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || minutes > 59 || (hours * 60) + minutes > DayLength)
        {
            return false;
        }

        minute = new LocalMinute((hours * 60) + minutes);
        return true;
    }

    /// <summary><c>08:30</c>; <c>24:00</c> at the end of a day.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Minutes / 60:00}:{Minutes % 60:00}");
}
