namespace Telemetry.Analytics.Indicators.Climate;

/// <summary>Lowest and highest outdoor temperature of one day.</summary>
/// <param name="Day">The day, by the producer's own windows (Météo-France: see <see cref="ClimatologicalDay"/>).</param>
/// <param name="Min">Tn, °C; NaN when unknown.</param>
/// <param name="Max">Tx, °C, at least <paramref name="Min"/>; NaN when unknown.</param>
public readonly record struct DayTemperature(DateOnly Day, double Min, double Max)
{
    /// <summary>Whether both are there and can be temperatures of one day.</summary>
    public bool Usable => Min >= -60 && Max <= 60 && Min <= Max;
}
