using System.Globalization;

namespace Telemetry.Messaging.Clock;

/// <summary>The clock people in the town read: the real one, or one that runs faster in a simulated town.</summary>
/// <remarks>
/// Instants of measurement, ends of orders, days and months come from here. Timeouts, reconnections and retries do not: the network
/// does not run faster because the town does. <see cref="TimeProvider.GetTimestamp"/> stays real, so measured durations are real.
/// </remarks>
public sealed class CivilClock : TimeProvider
{
    /// <summary>The variable that every process of one demonstration reads.</summary>
    public const string Variable = "TELEMETRY_CLOCK";

    private static readonly TimeSpan ShortestRealWait = TimeSpan.FromMilliseconds(100);
    private readonly TimeProvider _real;
    private readonly DateTimeOffset _start;
    private readonly DateTimeOffset _origin;
    private readonly double _speed;
    private readonly bool _join;

    private CivilClock(TimeProvider real, DateTimeOffset start, DateTimeOffset origin, double speed, bool join) =>
        (_real, _start, _origin, _speed, _join) = (real, start, origin, speed, join);

    /// <summary>How many seconds of the town pass in one real second, now.</summary>
    public double Speed => Joined ? 1 : _speed;

    private bool Joined => _join && Raw() >= _real.GetUtcNow();

    /// <summary>The clock that the environment asks for: the real one when it asks for none.</summary>
    /// <exception cref="FormatException">The variable is set but cannot be read; the message says what is wrong.</exception>
    public static TimeProvider FromEnvironment() => Parse(Environment.GetEnvironmentVariable(Variable), System);

    /// <summary>Reads <c>start=…;origin=…;speed=…;join=…</c>.</summary>
    /// <param name="text">The description; null or empty for the real clock.</param>
    /// <param name="real">The real clock.</param>
    /// <exception cref="FormatException">A part is missing or wrong; the message names it.</exception>
    public static TimeProvider Parse(string? text, TimeProvider real)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return real;
        }

        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .GroupBy(part => part[0], part => part.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal)
            .ToDictionary(
                part => part.Key,
                part => part.Count() == 1 ? part.First() : throw new FormatException($"{Variable}: '{part.Key}' is given twice."),
                StringComparer.Ordinal);
        return new CivilClock(real, Instant(parts, "start"), Instant(parts, "origin"), SpeedOf(parts),
            string.Equals(parts.GetValueOrDefault("join"), "true", StringComparison.Ordinal));
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        var (raw, real) = (Raw(), _real.GetUtcNow());
        return _join && raw > real ? real : raw;
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new PacedTimer(this, callback, state, dueTime, period);

    /// <summary>How long to really wait for a span of the town's time: never under 100 ms unless the span itself is shorter.</summary>
    internal TimeSpan RealWait(TimeSpan span)
    {
        if (span <= TimeSpan.Zero)
        {
            return span;
        }

        var scaled = span / Speed;
        var floor = span < ShortestRealWait ? span : ShortestRealWait;
        return scaled > floor ? scaled : floor;
    }

    private static DateTimeOffset Instant(Dictionary<string, string> parts, string name) =>
        DateTimeOffset.TryParse(parts.GetValueOrDefault(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : throw new FormatException($"{Variable}: '{name}' must be an instant such as {name}=2026-11-22T15:00:00Z.");

    private static double SpeedOf(Dictionary<string, string> parts) =>
        double.TryParse(parts.GetValueOrDefault("speed"), CultureInfo.InvariantCulture, out var speed) && speed is > 0 and <= 10_000
            ? speed
            : throw new FormatException($"{Variable}: 'speed' must be a number above 0 and up to 10000.");

    private DateTimeOffset Raw() => _start + ((_real.GetUtcNow() - _origin) * _speed);

    /// <summary>A real timer armed again at each tick, for the speed may change when the town joins our time.</summary>
    private sealed class PacedTimer : ITimer
    {
        private readonly CivilClock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private readonly ITimer _timer;
        private TimeSpan _period;

        internal PacedTimer(CivilClock clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (_clock, _callback, _state, _period) = (clock, callback, state, period);
            _timer = clock._real.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            return _timer.Change(_clock.RealWait(dueTime), Timeout.InfiniteTimeSpan);
        }

        public void Dispose() => _timer.Dispose();

        public ValueTask DisposeAsync() => _timer.DisposeAsync();

        private void Tick()
        {
            if (_period > TimeSpan.Zero)
            {
                _timer.Change(_clock.RealWait(_period), Timeout.InfiniteTimeSpan);
            }

            _callback(_state);
        }
    }
}
