namespace Telemetry.Analytics.Indicators;

/// <summary>Why a figure cannot be given.</summary>
public enum FigureProblem
{
    /// <summary>It can.</summary>
    None,

    /// <summary>No meter of that kind.</summary>
    NoMeter,

    /// <summary>The meter exists but has no usable reading in the period.</summary>
    NoReading,

    /// <summary>No factor for that carrier and year.</summary>
    NoFactor,

    /// <summary>The denominator is missing or zero (IT energy of the PUE, floor area).</summary>
    NoDenominator,
}
