namespace Telemetry.Gateway.Pipeline;

/// <summary>Watches the machine's clock against the count of time that never steps, and says whether its instants may be believed.</summary>
/// <remarks>
/// A clock before the build date was never set. One that steps by more than <see cref="Step"/> is doubted for <see cref="Doubt"/>, and after a step back
/// until it has passed where it was: until then instants are told a second time. A step out of the unset time is the setting itself: no doubt.
/// </remarks>
internal sealed class ClockWatch
{
    internal static readonly TimeSpan Step = TimeSpan.FromMinutes(1);
    internal static readonly TimeSpan Doubt = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private readonly TimeProvider _real;
    private readonly DateTimeOffset _built;
    private long _mark;
    private DateTimeOffset _at;
    private DateTimeOffset _furthest;
    private TimeSpan _doubtLeft;

    internal ClockWatch(TimeProvider real, DateTimeOffset built)
    {
        (_real, _built, _mark, _at) = (real, built, real.GetTimestamp(), real.GetUtcNow());
        (_furthest, Steady) = (_at, _at);
        IsSet = _at >= built;
    }

    /// <summary>Raised, on the looking thread, with each step of the clock.</summary>
    internal event Action<TimeSpan>? Stepped;

    /// <summary>False while the clock shows a time before the gateway was built.</summary>
    internal bool IsSet { get; private set; }

    /// <summary>Whether the witnesses of the time agree with this clock; asked at each question.</summary>
    internal Func<bool> Agrees { get; init; } = () => true;

    /// <summary>Whether instants of now may be believed, as of the last look.</summary>
    internal bool IsCertain => IsSet && Agrees() && _doubtLeft <= TimeSpan.Zero && _at >= _furthest;

    /// <summary>All steps together since the start, as of the last look.</summary>
    internal TimeSpan Steps { get; private set; }

    /// <summary>A clock that no step moves, once it is set: for ages.</summary>
    internal DateTimeOffset Steady { get; private set; }

    /// <summary>Looks at both clocks.</summary>
    internal ClockWatch Look()
    {
        TimeSpan step;
        lock (_gate)
        {
            var (mark, at) = (_real.GetTimestamp(), _real.GetUtcNow());
            var passed = _real.GetElapsedTime(_mark, mark);
            step = StepOf(_at, at, passed);
            _furthest = step < TimeSpan.Zero && _at > _furthest ? _at : _furthest;
            (_mark, _at) = (mark, at);
            Settle(step, passed);
        }

        if (step != TimeSpan.Zero)
        {
            Stepped?.Invoke(step);
        }

        return this;
    }

    /// <summary>How far a clock moved beyond the time that passed; zero for what is only drift.</summary>
    internal static TimeSpan StepOf(DateTimeOffset before, DateTimeOffset now, TimeSpan passed)
    {
        var step = now - before - passed;
        return step.Duration() > Step ? step : TimeSpan.Zero;
    }

    private void Settle(TimeSpan step, TimeSpan passed)
    {
        var wasSet = IsSet;
        IsSet = _at >= _built;
        Steps += step;
        if (!wasSet && IsSet)
        {
            // What was before was no time at all.
            (_doubtLeft, _furthest, Steady) = (TimeSpan.Zero, _at, _at);
            return;
        }

        Steady += passed;
        _doubtLeft = step != TimeSpan.Zero ? Doubt : _doubtLeft > passed ? _doubtLeft - passed : TimeSpan.Zero;
    }
}
