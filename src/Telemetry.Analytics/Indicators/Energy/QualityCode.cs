namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>How a stretch of time came by its energy.</summary>
public enum QualityCode
{
    /// <summary>Two plausible readings close together.</summary>
    Measured,

    /// <summary>Spread over a gap linearly in time, or over a stuck run.</summary>
    EstimatedLinear,

    /// <summary>Spread over a gap by the mean profile of the weeks before.</summary>
    EstimatedProfile,

    /// <summary>Estimated by the supplier, and marked so by it.</summary>
    EstimatedSupplier,

    /// <summary>The register passed its modulus.</summary>
    Rollover,

    /// <summary>A declared replacement.</summary>
    Replacement,

    /// <summary>A restart at zero: a part is lost.</summary>
    Reset,

    /// <summary>Nothing is known.</summary>
    Missing,
}
