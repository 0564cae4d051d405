using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Indicators.Climate;

/// <summary>Means by local day of values that come at an even step: the side of the temperature in the join of energy and temperature.</summary>
/// <remarks>Energy and temperature are joined on the same day boundary: a join of local days with UTC days moves the fit silently.</remarks>
public static class DailyMean
{
    /// <summary>The mean of each local day that has more than half of its values.</summary>
    /// <param name="values">In any order; what is not a number is missing.</param>
    /// <param name="zone">Whose days.</param>
    /// <param name="step">Time between two values.</param>
    public static IReadOnlyDictionary<DateOnly, double> Of(IEnumerable<Reading> values, TimeZoneInfo zone, TimeSpan step)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, TimeSpan.Zero);
        return values.Where(value => double.IsFinite(value.Value))
            .GroupBy(value => CivilDays.Of(value.At, zone))
            .Select(day => (Day: day.Key, Values: day.DistinctBy(value => value.At).Select(value => value.Value).ToList()))
            .Where(day => day.Values.Count > (CivilDays.End(day.Day, zone) - CivilDays.Start(day.Day, zone)) / step / 2)
            .ToDictionary(day => day.Day, day => day.Values.Average());
    }
}
