namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>Shapes of daily use against outdoor temperature.</summary>
public enum ModelKind
{
    /// <summary>The mean: no dependence on temperature.</summary>
    Mean,

    /// <summary>2P: a straight line.</summary>
    TwoParameter,

    /// <summary>3PH: flat, rising below the heating point. The energy signature.</summary>
    ThreeParameterHeating,

    /// <summary>3PC: flat, rising above the cooling point.</summary>
    ThreeParameterCooling,

    /// <summary>4P: two slopes that meet at one point.</summary>
    FourParameter,

    /// <summary>5P: heating slope, flat part, cooling slope.</summary>
    FiveParameter,
}
