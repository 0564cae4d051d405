namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>What is known of one register, and so how its falls and jumps are read.</summary>
public sealed record CounterRules
{
    /// <summary>Nothing is known: falls are doubted, spikes recognised by their return.</summary>
    public static CounterRules Unknown { get; } = new();

    /// <summary>Where the register starts again at zero, in its unit; null when unknown.</summary>
    public double? Modulus { get; init; }

    /// <summary>True for a register that loses its count when the device restarts (volatile pulse counters).</summary>
    public bool RestartsAtZero { get; init; }

    /// <summary>
    /// Most the register can plausibly count in an hour (1.2 × subscribed power or rating); null when unknown. Taken over the time since the
    /// register last moved, not since the last reading, so that the catch-up after a stuck run is accepted.
    /// </summary>
    public double? MaximumPerHour { get; init; }

    /// <summary>One step of the register's display, allowed on top of the maximum.</summary>
    public double Resolution { get; init; }

    /// <summary>
    /// Longest time the register can stand still while all is well (a server room's meter: minutes; a boiler's gas meter: a summer, so null). A
    /// longer rest followed by a step is a stuck register: the step is spread over it. Null: never taken for stuck.
    /// </summary>
    public TimeSpan? LongestRest { get; init; }

    /// <summary>Instants after this one are in the future and refused; null when nobody says what time it is.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>Replacements declared, in time order.</summary>
    public IReadOnlyList<CounterReplacement> Replacements { get; init; } = [];
}
