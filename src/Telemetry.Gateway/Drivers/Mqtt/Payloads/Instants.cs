using System.Globalization;
using System.Text.Json;

namespace Telemetry.Gateway.Drivers.Mqtt.Payloads;

/// <summary>Instants written by devices: believed only with a known zone, and never when they lie in the future.</summary>
internal static class Instants
{
    /// <summary>How old the word of a server may be: a broker keeps messages while we are away.</summary>
    internal static readonly TimeSpan OfServer = TimeSpan.FromDays(31);

    /// <summary>How old the word of a small device may be: its clock is often wrong.</summary>
    internal static readonly TimeSpan OfDevice = TimeSpan.FromHours(1);

    /// <summary>What stands before a zone at least: <c>2026-01-05T12:00</c>.</summary>
    private const int ShortestTime = 16;

    private static readonly string[] Zoned = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmzzz"];
    private static readonly string[] Local = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd' 'HH:mm"];

    /// <summary>An instant said in a way that leaves no doubt: a text with its offset, or a number of seconds or milliseconds since 1970.</summary>
    internal static DateTimeOffset? Of(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.String } text => Parse(text.GetString()),
        { ValueKind: JsonValueKind.Number } number => Unix(number.GetDouble()),
        _ => null,
    };

    /// <summary>A text with <c>Z</c> or an offset; null without.</summary>
    internal static DateTimeOffset? Parse(string? text)
    {
        if (text.AsSpan().LastIndexOfAny("Zz+-") < ShortestTime)
        {
            // The most common of all: a time that does not say its zone.
            return null;
        }

        var plain = Shorten(text);
        if (plain.EndsWith('Z') || plain.EndsWith('z'))
        {
            plain = string.Concat(plain.AsSpan(0, plain.Length - 1), "+00:00");
        }

        return DateTimeOffset.TryParseExact(plain, Zoned, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at.ToUniversalTime() : null;
    }

    /// <summary>A text without offset, read in a zone. In the hour that autumn repeats, the one nearer to the arrival; null in the hour that spring skips.</summary>
    internal static DateTimeOffset? Parse(string? text, TimeZoneInfo zone, DateTimeOffset arrival)
    {
        if (Parse(text) is { } said)
        {
            return said;
        }

        if (!DateTime.TryParseExact(Shorten(text), Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || local.Year is < 1971 or > 9998 || zone.IsInvalidTime(local))
        {
            return null;
        }

        var offsets = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local) : [zone.GetUtcOffset(local)];
        return offsets.Select(offset => new DateTimeOffset(local, offset).ToUniversalTime()).MinBy(at => (at - arrival).Duration());
    }

    /// <summary>Seconds or milliseconds since 1970, told apart by their size; null for what is neither.</summary>
    internal static DateTimeOffset? Unix(double number) => number switch
    {
        >= 1e9 and < 1e11 => DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(number * 1000)),
        >= 1e12 and < 1e14 => DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(number)),
        _ => null,
    };

    /// <summary>The instant when it can be believed; null, so that the arrival counts, when it lies after it or too long before.</summary>
    internal static DateTimeOffset? Believed(DateTimeOffset? said, DateTimeOffset arrival, TimeSpan oldest) =>
        said is { } at && at <= arrival && arrival - at <= oldest ? at : null;

    /// <summary>Servers write nine decimals of a second, this platform keeps seven.</summary>
    private static string Shorten(string? text)
    {
        var plain = text?.Trim() ?? "";
        if (plain.Length > 64)
        {
            return "";
        }

        var dot = plain.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return plain;
        }

        var end = dot + 1;
        while (end < plain.Length && char.IsAsciiDigit(plain[end]))
        {
            end++;
        }

        return end - dot > 8 ? string.Concat(plain.AsSpan(0, dot + 8), plain.AsSpan(end)) : plain;
    }
}
