namespace Telemetry.Analytics.Indicators.Climate;

/// <summary>Degree days of one day, K·d, at least 0.</summary>
/// <remarks>
/// Source of the professional method: formula of COSTIC as published with its degree-day tables; the tables themselves are not reused.
/// A value that is not a number gives NaN, never 0.
/// </remarks>
public static class DegreeDays
{
    /// <summary>The usual base of heating, °C.</summary>
    public const double UsualBase = 18;

    /// <summary>Heating, mean method.</summary>
    public static double MeanHeating(double min, double max, double baseC) => Positive(baseC - ((min + max) / 2));

    /// <summary>Cooling, mean method.</summary>
    public static double MeanCooling(double min, double max, double baseC) => Positive(((min + max) / 2) - baseC);

    /// <summary>Heating, professional method.</summary>
    public static double ProfessionalHeating(double min, double max, double baseC) =>
        double.IsNaN(min + max) ? double.NaN
        : baseC <= min ? 0
        : baseC >= max ? baseC - ((min + max) / 2)
        : Partial(baseC - min, max - min);

    /// <summary>Cooling, professional method.</summary>
    public static double ProfessionalCooling(double min, double max, double baseC) =>
        double.IsNaN(min + max) ? double.NaN
        : baseC >= max ? 0
        : baseC <= min ? ((min + max) / 2) - baseC
        : Partial(max - baseC, max - min);

    /// <summary>Heating, integrated over hourly temperatures; NaN when one is not a number or there is none.</summary>
    public static double HourlyHeating(IReadOnlyList<double> temperatures, double baseC) => Integral(temperatures, baseC, 1);

    /// <summary>Cooling, integrated over hourly temperatures.</summary>
    public static double HourlyCooling(IReadOnlyList<double> temperatures, double baseC) => Integral(temperatures, baseC, -1);

    /// <summary>Heating of a day of which only Tn and Tx are known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The hourly method: it needs hours.</exception>
    public static double Heating(DegreeDayMethod method, double min, double max, double baseC) => method switch
    {
        DegreeDayMethod.Mean => MeanHeating(min, max, baseC),
        DegreeDayMethod.Professional => ProfessionalHeating(min, max, baseC),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Hourly degree days need hourly temperatures."),
    };

    /// <summary>Cooling of a day of which only Tn and Tx are known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The hourly method: it needs hours.</exception>
    public static double Cooling(DegreeDayMethod method, double min, double max, double baseC) => method switch
    {
        DegreeDayMethod.Mean => MeanCooling(min, max, baseC),
        DegreeDayMethod.Professional => ProfessionalCooling(min, max, baseC),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Hourly degree days need hourly temperatures."),
    };

    private static double Partial(double inside, double range) => inside * (0.08 + (0.42 * inside / range));

    private static double Positive(double value) => value > 0 || double.IsNaN(value) ? value : 0;

    // 23 or 25 hours of a day of clock change count as they are: each hour is a twenty-fourth of a degree day.
    private static double Integral(IReadOnlyList<double> temperatures, double baseC, int sign)
    {
        ArgumentNullException.ThrowIfNull(temperatures);
        var sum = temperatures.Count == 0 ? double.NaN : 0;
        foreach (var temperature in temperatures)
        {
            sum += Positive(sign * (baseC - temperature));
        }

        return sum / 24;
    }
}
