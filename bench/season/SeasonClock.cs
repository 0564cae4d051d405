namespace Telemetry.Bench.Season;

/// <summary>The season's own clock: it moves with the physics, and its timers fire once a minute of it.</summary>
internal sealed class SeasonClock(DateTimeOffset start) : TimeProvider
{
    private readonly List<(TimerCallback Callback, object? State)> _timers = [];

    internal DateTimeOffset Now { get; set; } = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _timers.Add((callback, state));
        return new Timer();
    }

    internal void Tick() => _timers.ForEach(timer => timer.Callback(timer.State));

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
