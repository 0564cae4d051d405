namespace Telemetry.Gateway.Control.Heating;

/// <summary>The outdoor temperature of a day: the mean of the last 24 h, from means of the hour.</summary>
/// <remarks>Not kept over a restart: until a day has been seen there is no mean, and the season is taken to be the heating one.</remarks>
internal sealed record Outdoor
{
    private const int Hours = 24;

    /// <summary>Means of full hours, °C, newest last; 24 at most.</summary>
    internal IReadOnlyList<double> Full { get; init; } = [];

    /// <summary>The hour under way, as whole hours since 1970.</summary>
    internal long Hour { get; init; }

    internal double Sum { get; init; }

    internal int Count { get; init; }

    /// <summary>Mean of 24 h, °C; null before a day was seen.</summary>
    internal double? Mean => Full.Count == Hours ? Full.Average() : null;

    /// <summary>With one more value.</summary>
    internal Outdoor With(DateTimeOffset at, double celsius)
    {
        var hour = at.ToUnixTimeSeconds() / 3600;
        if (hour == Hour)
        {
            return this with { Sum = Sum + celsius, Count = Count + 1 };
        }

        // A gap of hours, or a clock set back, breaks the day: it begins again.
        var full = hour == Hour + 1 && Count > 0 ? [.. Full.Append(Sum / Count).TakeLast(Hours)] : (IReadOnlyList<double>)[];
        return new Outdoor { Full = full, Hour = hour, Sum = celsius, Count = 1 };
    }
}
