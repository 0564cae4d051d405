namespace Telemetry.Gateway.Tests.Control.Histories;

/// <summary>A machine's clock that is set forward and back, beside a count of time that never is.</summary>
internal sealed class JumpClock : TimeProvider
{
    private readonly List<(TimerCallback Callback, object? State)> _timers = [];
    private TimeSpan _steady = TimeSpan.FromDays(1);

    internal DateTimeOffset Now { get; private set; } = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Time that really passed, whatever the clock says.</summary>
    internal TimeSpan Steady => _steady;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _steady.Ticks;

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _timers.Add((callback, state));
        return new Timer();
    }

    /// <summary>Time passes.</summary>
    internal void Pass(TimeSpan time) => (_steady, Now) = (_steady + time, Now + time);

    /// <summary>The clock is set.</summary>
    internal void Jump(TimeSpan by) => Now += by;

    /// <summary>Every timer fires once.</summary>
    internal void Tick() => _timers.ToList().ForEach(timer => timer.Callback(timer.State));

    /// <summary>The process is gone, and its timers with it.</summary>
    internal void Forget() => _timers.Clear();

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
