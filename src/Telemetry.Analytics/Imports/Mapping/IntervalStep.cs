using System.Globalization;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Imports.Mapping;

/// <summary>Length of the intervals of a file: a fixed time, civil days or months, or what the rows themselves show.</summary>
/// <param name="Fixed">A fixed length; null for the others.</param>
/// <param name="Days">Civil days.</param>
/// <param name="Months">Civil months.</param>
public sealed record IntervalStep(TimeSpan? Fixed, int Days, int Months)
{
    /// <summary>The time to the neighbouring row, one hour at most.</summary>
    public static IntervalStep Shown { get; } = new(null, 0, 0);

    /// <summary>An instant: no length.</summary>
    public static IntervalStep None { get; } = new(TimeSpan.Zero, 0, 0);

    /// <summary>Whether the rows themselves show it.</summary>
    public bool IsShown => Fixed is null && Days == 0 && Months == 0;

    /// <summary>Reads <c>10min</c>, <c>1h</c>, <c>1d</c>, <c>1month</c>, <c>shown</c>, <c>none</c>; null when it is none of them.</summary>
    public static IntervalStep? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text is "shown" or "none")
        {
            return text == "none" ? None : Shown;
        }

        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (!int.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > 1440)
        {
            return null;
        }

        return text[digits..] switch
        {
            "min" => new(TimeSpan.FromMinutes(count), 0, 0),
            "h" => new(TimeSpan.FromHours(count), 0, 0),
            "d" => new(null, count, 0),
            "month" => new(null, 0, count),
            _ => null,
        };
    }

    /// <summary>The instant one step after another.</summary>
    public DateTimeOffset After(DateTimeOffset start, TimeZoneInfo zone) => Move(start, zone, 1);

    /// <summary>The instant one step before another.</summary>
    public DateTimeOffset Before(DateTimeOffset end, TimeZoneInfo zone) => Move(end, zone, -1);

    private DateTimeOffset Move(DateTimeOffset at, TimeZoneInfo zone, int by)
    {
        if (Fixed is { } length)
        {
            return at + (length * by);
        }

        var local = TimeZoneInfo.ConvertTime(at, zone);
        var day = DateOnly.FromDateTime(local.DateTime).AddMonths(Months * by).AddDays(Days * by);
        return CivilDays.Start(day, zone) + local.TimeOfDay;
    }
}
