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

    /// <summary>The denominator is missing or zero (IT energy of the PUE, floor area, inhabitants).</summary>
    NoDenominator,

    /// <summary>The period is empty: its end does not come after its start.</summary>
    EmptyPeriod,

    /// <summary>A date no meter of a town can have: before 1990 or after 2100.</summary>
    AbsurdDate,

    /// <summary>Too few points for the method.</summary>
    TooFewPoints,

    /// <summary>Too little of the period is measured for that figure.</summary>
    LowCoverage,

    /// <summary>The two periods compared are not measured alike, or not of like length.</summary>
    UnequalCoverage,

    /// <summary>A unit that the method does not know.</summary>
    UnknownUnit,

    /// <summary>A value that cannot be: not a number, negative where it may not be, an efficiency above one.</summary>
    ImpossibleValue,

    /// <summary>No published and verified value for that case (a table of the regulation that is not known to be right).</summary>
    NoTable,

    /// <summary>No model passes the gate.</summary>
    NoModel,

    /// <summary>No tariff for a part of the period.</summary>
    NoTariff,
}
