namespace Telemetry.Analytics.Indicators.HotWater;

/// <summary>What the law's hot water rule says of a day.</summary>
public enum HotWaterDay
{
    /// <summary>A sensor was silent too long: nothing can be said (non mesuré).</summary>
    NotMeasured,

    /// <summary>Neither condition held (non conforme).</summary>
    NotMet,

    /// <summary>55 °C at the outlet all day (condition A).</summary>
    KeptHot,

    /// <summary>A heat-up held long enough at every sensor (condition B).</summary>
    HeatedUp,
}
