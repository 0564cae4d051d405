namespace Telemetry.Gateway.Tests.Control;

/// <summary>A civil clock moved by hand, whose timers fire when it is.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly List<Action> _ticks = [];

    internal DateTimeOffset Now { get; private set; } = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer();
        _ticks.Add(() =>
        {
            if (!timer.Gone)
            {
                callback(state);
            }
        });
        return timer;
    }

    internal void Move(TimeSpan by)
    {
        Now += by;
        _ticks.ForEach(tick => tick());
    }

    private sealed class Timer : ITimer
    {
        internal bool Gone { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => Gone = true;

        public ValueTask DisposeAsync()
        {
            Gone = true;
            return ValueTask.CompletedTask;
        }
    }
}
