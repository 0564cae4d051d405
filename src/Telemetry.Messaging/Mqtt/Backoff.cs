namespace Telemetry.Messaging.Mqtt;

/// <summary>How long to wait before the next try: doubling, with jitter so that a town does not come back as one.</summary>
internal sealed class Backoff(TimeSpan min, TimeSpan max, Func<double> random)
{
    private TimeSpan? _step;

    /// <summary>The wait before the next try: between half of the present step and the step, never outside the bounds.</summary>
    internal TimeSpan Next()
    {
        var step = _step ?? min;
        _step = step * 2 < max ? step * 2 : max;
        var wait = step * (0.5 + (random() / 2));
        return wait < min ? min : wait;
    }

    /// <summary>Starts again from the shortest wait: the link held.</summary>
    internal void Reset() => _step = null;
}
