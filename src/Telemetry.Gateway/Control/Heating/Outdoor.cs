namespace Telemetry.Gateway.Control.Heating;

/// <summary>The outdoor temperature of a day: the mean of the last 24 hours known, from means of the hour.</summary>
/// <remarks>Kept over a restart. Hours may be missing, as long as the 24 lie within two days: beyond that there is no mean, and the season is taken to be the heating one.</remarks>
internal sealed record Outdoor
{
    private const int Hours = 24;
    private const int Reach = 2 * Hours;

    /// <summary>Full hours as whole hours since 1970, with their means, °C; newest last; 24 at most.</summary>
    internal IReadOnlyList<(long Hour, double Celsius)> Full { get; init; } = [];

    /// <summary>The hour under way, as whole hours since 1970.</summary>
    internal long Hour { get; init; }

    internal double Sum { get; init; }

    internal int Count { get; init; }

    /// <summary>Mean of 24 h, °C; null where the last two days do not have so many.</summary>
    /// <param name="now">The instant.</param>
    internal double? Mean(DateTimeOffset now) =>
        Full.Count == Hours && HourOf(now) is var hour && Full[0].Hour > hour - Reach && Full[^1].Hour <= hour ? Full.Average(one => one.Celsius) : null;

    /// <summary>With one more value.</summary>
    internal Outdoor With(DateTimeOffset at, double celsius)
    {
        var hour = HourOf(at);
        if (hour == Hour)
        {
            return this with { Sum = Sum + celsius, Count = Count + 1 };
        }

        // A clock set back leaves hours that are still to come: they are no longer known.
        var known = Count > 0 ? Full.Append((Hour, Sum / Count)) : Full;
        return new Outdoor { Full = [.. known.Where(one => one.Item1 < hour && one.Item1 > hour - Reach).TakeLast(Hours)], Hour = hour, Sum = celsius, Count = 1 };
    }

    private static long HourOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / 3600;
}
