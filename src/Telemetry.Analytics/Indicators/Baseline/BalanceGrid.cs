namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>Balance points a daily model tries.</summary>
/// <param name="From">Lowest.</param>
/// <param name="To">Highest, included.</param>
/// <param name="Step">Between two, above 0.</param>
/// <param name="LeastDays">Days that must lie beyond a balance point.</param>
/// <param name="LeastDegreeDays">Degree days that must lie beyond it.</param>
public sealed record BalanceGrid(double From, double To, double Step, int LeastDays, double LeastDegreeDays)
{
    /// <summary>CalTRACK 2.0: whole degrees from 30 to 90 °F, at least 10 days and 20 degree days.</summary>
    public static BalanceGrid Fahrenheit { get; } = new(30, 90, 1, 10, 20);

    /// <summary>The same in the product's unit: half degrees from 0 to 30 °C.</summary>
    public static BalanceGrid Celsius { get; } = new(0, 30, 0.5, 10, 20);

    internal int Count => (int)Math.Floor(((To - From) / Step) + 1e-9) + 1;

    internal double Point(int place) => From + (place * Step);
}
