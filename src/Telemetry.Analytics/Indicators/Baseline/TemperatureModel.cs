namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>Use of a day from its mean temperature: intercept + b·(T₁ − T)⁺ + c·(T − T₂)⁺, or a straight line.</summary>
/// <remarks>Slopes are positive when use grows away from the change point; of a straight line, <see cref="HeatingSlope"/> is the slope itself.</remarks>
public sealed record TemperatureModel
{
    /// <summary>The shape.</summary>
    public required ModelKind Kind { get; init; }

    /// <summary>Base load of a day; of a straight line, the use at 0.</summary>
    public required double Intercept { get; init; }

    /// <summary>b: use per degree day below <see cref="HeatingPoint"/>; 0 when there is none. Of a heated building, its heat loss slope.</summary>
    public double HeatingSlope { get; init; }

    /// <summary>T₁; null when there is none.</summary>
    public double? HeatingPoint { get; init; }

    /// <summary>c: use per degree day above <see cref="CoolingPoint"/>; 0 when there is none.</summary>
    public double CoolingSlope { get; init; }

    /// <summary>T₂, at least T₁; null when there is none.</summary>
    public double? CoolingPoint { get; init; }

    /// <summary>How well it fits the days it was made from.</summary>
    public required FitStatistics Statistics { get; init; }

    /// <summary>Expected use of a day; NaN for a temperature that is not a number.</summary>
    public double Predict(double temperature) => Base(temperature) + Heating(temperature) + Cooling(temperature);

    /// <summary>The part of the expected use that heating explains.</summary>
    public double Heating(double temperature) => HeatingPoint is { } point && temperature < point ? HeatingSlope * (point - temperature) : 0;

    /// <summary>The part of the expected use that cooling explains.</summary>
    public double Cooling(double temperature) => CoolingPoint is { } point && temperature > point ? CoolingSlope * (temperature - point) : 0;

    private double Base(double temperature) =>
        double.IsNaN(temperature) ? double.NaN
        : Kind == ModelKind.TwoParameter ? Intercept + (HeatingSlope * temperature)
        : Intercept;
}
