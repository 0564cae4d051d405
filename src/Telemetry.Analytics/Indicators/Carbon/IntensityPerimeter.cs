namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>What an intensity of the grid counts: 2022 gives 52, 61 and 89 g for one country and year, so the words stand beside every figure.</summary>
public enum IntensityPerimeter
{
    /// <summary>Direct emissions of what is produced in the country, without imports or upstream (éCO2mix <c>taux_co2</c>).</summary>
    DirectProduction,

    /// <summary>Direct emissions of what is consumed, imports included (Electricity Maps, direct).</summary>
    DirectConsumption,

    /// <summary>Life cycle of what is consumed, imports included (Electricity Maps, life cycle).</summary>
    LifeCycleConsumption,
}
