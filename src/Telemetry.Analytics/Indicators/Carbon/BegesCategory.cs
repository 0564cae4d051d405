namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>Lines of the regulatory balance (BEGES, method of 2022) that energy touches.</summary>
public enum BegesCategory
{
    /// <summary>1.1 Direct emissions of stationary combustion.</summary>
    StationaryCombustion = 11,

    /// <summary>2.1 Indirect emissions of electricity use.</summary>
    Electricity = 21,

    /// <summary>2.2 Indirect emissions of the use of other energy: heat, cold.</summary>
    OtherEnergy = 22,

    /// <summary>4.1 Bought goods: upstream of the energies, by the usual reading.</summary>
    Upstream = 41,
}
