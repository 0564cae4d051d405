namespace Telemetry.Analytics.Indicators.Operation;

/// <summary>What one trip to a boiler room costs; printed beside every figure made from it.</summary>
/// <param name="Kilometres">There and back, km.</param>
/// <param name="Hours">There and back, with what is done on site, h.</param>
/// <param name="KgCO2ePerKilometre">Of the vehicle, kgCO2e/km.</param>
/// <param name="Source">Where that factor comes from.</param>
public sealed record TripAssumption(double Kilometres, double Hours, double KgCO2ePerKilometre, string Source)
{
    /// <summary>Ten kilometres and an hour in a car with a combustion engine: the commune's own figures belong here.</summary>
    /// <remarks>0.192 kgCO2e/km: ADEME, Impact CO2 (Base Empreinte), « voiture thermique », use without the making of the car; read second-hand.</remarks>
    public static TripAssumption Usual { get; } = new(10, 1, 0.192, "ADEME, Impact CO2, voiture thermique, usage (second-hand)");
}
