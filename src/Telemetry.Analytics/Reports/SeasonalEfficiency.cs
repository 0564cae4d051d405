using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Boilers;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Reports.Estate;

namespace Telemetry.Analytics.Reports;

/// <summary>Efficiency of a boiler room over a period, from the days on which both its heat and its gas are known.</summary>
/// <remarks>
/// Direct method, on PCS. A day counts when each side knows nine tenths of it and both know it alike: half a day of heat by a whole day of gas would be no
/// efficiency. Days left out lower the coverage; they are never filled.
/// </remarks>
internal static class SeasonalEfficiency
{
    private const double GoodCoverage = EnergyDays.GoodCoverage;
    private const double Alike = 0.05;

    /// <summary>Heat ÷ gas, 0 to 1.</summary>
    /// <param name="heat">Every day of the period, in order.</param>
    /// <param name="gas">The same days, kWh PCS.</param>
    /// <param name="zone">Whose days.</param>
    /// <returns>Refused without a common day, and as <see cref="BoilerEfficiency.OnPcs"/> refuses.</returns>
    internal static Figure Of(IReadOnlyList<DayEnergy> heat, IReadOnlyList<DayEnergy> gas, TimeZoneInfo zone)
    {
        if (heat.Count == 0)
        {
            return Figure.Refused("", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, FigureProblem.EmptyPeriod);
        }

        var (from, to) = (CivilDays.Start(heat[0].Day, zone), CivilDays.End(heat[^1].Day, zone));
        var both = heat.Zip(gas).Where(day => day.First.Day == day.Second.Day && day.First.Coverage >= GoodCoverage && day.Second.Coverage >= GoodCoverage
            && Math.Abs(day.First.Coverage - day.Second.Coverage) <= Alike).ToList();
        if (both.Count == 0)
        {
            return Figure.Refused("", from, to, FigureProblem.NoReading);
        }

        Figure Sum(IEnumerable<DayEnergy> days) =>
            new() { Value = days.Sum(day => day.KWh), Unit = "kWh", From = from, To = to, Coverage = (double)both.Count / heat.Count, Estimated = days.Sum(day => day.Estimated) };
        return BoilerEfficiency.OnPcs(Sum(both.Select(day => day.First)), Sum(both.Select(day => day.Second)));
    }
}
