namespace Telemetry.Analytics.Indicators.Tertiary;

/// <summary>An indicator of the label « Territoire engagé transition écologique » (ADEME) with what scores 0 and 1.</summary>
/// <param name="Id">Its name here.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Limit">Value that scores 0.</param>
/// <param name="Target">Value that scores 1; below the limit when less is better.</param>
public sealed record CommuneIndicator(string Id, string Unit, double Limit, double Target)
{
    /// <summary>Where limits and targets were read.</summary>
    public const string Source = "ADEME label reference, public tool territoires-en-transitions (MIT), read August 2026";

    /// <summary>The indicators with numeric limits, for a commune of mainland France.</summary>
    public static IReadOnlyList<CommuneIndicator> All { get; } =
    [
        new("dpe-a-b-share", "%", 0, 30),
        new("renewable-heat-share", "%", 0, 38),
        new("own-renewable-electricity-share", "%", 0, 32),
        new("bought-renewable-electricity-share", "%", 0, 100),
        new("lighting-per-point", "kWh/point", 220, 160),
        new("lighting-per-inhabitant", "kWh/inhabitant", 90, 60),
        new("lighting-dimmed-share", "%", 0, 50),
        new("drinking-water", "kWh/m³", 1.0, 0.5),
        new("sewage", "kWh/m³", 0.8, 0.4),
        new("water-schools", "L/m²", 300, 60),
        new("water-administration", "L/m²", 240, 30),
        new("water-culture-sport", "L/m²", 180, 40),
    ];

    /// <summary>clamp((value − limit) ÷ (target − limit), 0, 1); NaN for a value that is not a number or negative.</summary>
    public double Score(double value) => value >= 0 && double.IsFinite(value) && Target != Limit ? Math.Clamp((value - Limit) / (Target - Limit), 0, 1) : double.NaN;

    /// <summary>Progress of the final energy of public buildings on its own path: −50 % in 2040 against the reference year.</summary>
    /// <returns>Share of the way that should be done by <paramref name="year"/> which is, 0 to 1; NaN when it cannot be said.</returns>
    public static double BuildingsProgress(double referenceKWh, int referenceYear, double kWh, int year) =>
        referenceKWh > 0 && kWh >= 0 && year > referenceYear && referenceYear < 2040
            ? Math.Clamp((1 - (kWh / referenceKWh)) / (0.5 * Math.Min(1, (year - referenceYear) / (2040.0 - referenceYear))), 0, 1)
            : double.NaN;
}
