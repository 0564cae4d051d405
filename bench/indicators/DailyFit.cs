using System.Diagnostics;
using System.Globalization;
using Telemetry.Analytics.Indicators.Baseline;

namespace Telemetry.Bench.Indicators;

/// <summary>One daily baseline, timed, with its coefficients for the comparison with the reference.</summary>
internal static class DailyFit
{
    internal static int Write(string file)
    {
        var random = new Random(5);
        File.WriteAllLines(file, Enumerable.Range(0, 365).Select(day =>
        {
            var temperature = 12 + (10 * Math.Cos((day - 105) * Math.Tau / 365)) + (3.5 * Normal(random));
            var use = 180 + (14 * Math.Max(0, 15.5 - temperature)) + (9 * Math.Max(0, temperature - 21)) + (25 * Normal(random));
            return string.Create(CultureInfo.InvariantCulture, $"{use:R},{temperature:R}");
        }).Prepend("use,temperature"));
        return 0;
    }

    internal static int Run(string file, int rounds)
    {
        var days = File.ReadLines(file).Skip(1).Select((line, place) => line.Split(',') is [var use, var temperature]
            ? new DailyUse(new DateOnly(2025, 1, 1).AddDays(place), double.Parse(use, CultureInfo.InvariantCulture), double.Parse(temperature, CultureInfo.InvariantCulture))
            : throw new FormatException(line)).ToList();
        var model = DailyModel.Fit(days, BalanceGrid.Celsius)!;
        for (var warm = 0; warm < 50; warm++)
        {
            DailyModel.Fit(days, BalanceGrid.Celsius);
        }

        var watch = Stopwatch.StartNew();
        for (var round = 0; round < rounds; round++)
        {
            DailyModel.Fit(days, BalanceGrid.Celsius);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{model.Intercept:R} {model.HeatingSlope:R} {model.HeatingPoint:R} {model.CoolingSlope:R} {model.CoolingPoint:R} {model.Statistics.R2Adjusted:R} {watch.Elapsed.TotalMilliseconds / rounds:R}"));
        return 0;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}
