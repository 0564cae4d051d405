using System.Globalization;

namespace FirmwareSim.Town;

/// <summary>The town's own clock, as <c>TELEMETRY_CLOCK</c> describes it: faster than ours, perhaps joining it one day.</summary>
internal sealed class TownClock
{
    internal const string Variable = "TELEMETRY_CLOCK";

    private readonly TimeProvider _real;
    private readonly DateTimeOffset _start;
    private readonly DateTimeOffset _origin;
    private readonly double _speed;
    private readonly bool _join;

    private TownClock(TimeProvider real, DateTimeOffset start, DateTimeOffset origin, double speed, bool join) =>
        (_real, _start, _origin, _speed, _join) = (real, start, origin, speed, join);

    /// <summary>The present instant of the town.</summary>
    internal DateTimeOffset Now
    {
        get
        {
            var real = _real.GetUtcNow();
            var town = Unjoined(real);
            return _join && town > real ? real : town;
        }
    }

    /// <summary>Town seconds in one real second, now.</summary>
    internal double Speed
    {
        get
        {
            var real = _real.GetUtcNow();
            return _join && Unjoined(real) >= real ? 1 : _speed;
        }
    }

    /// <summary>Reads <c>start=…;origin=…;speed=…;join=…</c>; null or empty is the real clock.</summary>
    /// <exception cref="FormatException">A part is missing or wrong; the message names it.</exception>
    internal static TownClock Parse(string? text, TimeProvider real)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            var now = real.GetUtcNow();
            return new TownClock(real, now, now, 1, false);
        }

        var (parts, known) = (new Dictionary<string, string>(StringComparer.Ordinal), new[] { "start", "origin", "speed", "join" });
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (name, value) = part.Split('=', 2) is [var left, var right] ? (left, right) : (part, "");
            parts[name] = Array.IndexOf(known, name) >= 0 ? value : throw new FormatException($"{Variable}: unknown part '{name}'.");
        }

        return new TownClock(real, Instant(parts, "start"), Instant(parts, "origin"), SpeedOf(parts), parts.GetValueOrDefault("join") == "true");
    }

    /// <summary>How long to really wait for a span of the town's time, and never less than a floor.</summary>
    internal TimeSpan RealWait(TimeSpan span, TimeSpan floor)
    {
        var wait = span / Speed;
        return wait > floor ? wait : floor;
    }

    private static DateTimeOffset Instant(Dictionary<string, string> parts, string name) =>
        DateTimeOffset.TryParse(parts.GetValueOrDefault(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : throw new FormatException($"{Variable}: '{name}' must be an instant such as {name}=2026-11-22T15:00:00Z.");

    private static double SpeedOf(Dictionary<string, string> parts) =>
        double.TryParse(parts.GetValueOrDefault("speed"), CultureInfo.InvariantCulture, out var speed) && speed is > 0 and <= 10_000
            ? speed
            : throw new FormatException($"{Variable}: 'speed' must be a number above 0 and up to 10000.");

    private DateTimeOffset Unjoined(DateTimeOffset real) => _start + ((real - _origin) * _speed);
}
