namespace Telemetry.Model.Measures;

/// <summary>How the values of a point follow each other.</summary>
public enum Accumulation
{
    /// <summary>The value of the moment.</summary>
    Instant,

    /// <summary>A register that counts up; use over time is the difference of two readings.</summary>
    Counter,
}
