namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>What one more reading of a register changes.</summary>
/// <param name="State">What to remember.</param>
/// <param name="Mark">What was decided about the reading itself.</param>
public readonly record struct CounterStep(CounterState State, CounterMark Mark)
{
    /// <summary>True when the interval given last was a spike: it is replaced by <see cref="First"/>.</summary>
    public bool TakesBackLast { get; init; }

    /// <summary>A new interval; null when the reading gives none.</summary>
    public CounterInterval? First { get; init; }

    /// <summary>A second interval, after a fall that was just confirmed.</summary>
    public CounterInterval? Second { get; init; }
}
