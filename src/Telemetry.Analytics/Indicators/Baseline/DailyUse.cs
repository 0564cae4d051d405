namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>What was used on one day and how warm it was, both over the same local day.</summary>
/// <param name="Day">The local day.</param>
/// <param name="Use">Energy of the day, kWh or the meter's unit; NaN when unknown.</param>
/// <param name="Temperature">Mean outdoor temperature, in the unit the model is meant in (°C, or °F for published samples); NaN when unknown.</param>
public readonly record struct DailyUse(DateOnly Day, double Use, double Temperature)
{
    /// <summary>Whether both are known: only then the day counts, on either side of a comparison.</summary>
    public bool Usable => double.IsFinite(Use) && double.IsFinite(Temperature);

    /// <summary>Joins energies and temperatures of the same days; a day with one of the two only is there, and not usable.</summary>
    public static IReadOnlyList<DailyUse> Join(IReadOnlyDictionary<DateOnly, double> use, IReadOnlyDictionary<DateOnly, double> temperature)
    {
        ArgumentNullException.ThrowIfNull(use);
        ArgumentNullException.ThrowIfNull(temperature);
        var days = new List<DailyUse>(Math.Max(use.Count, temperature.Count));
        foreach (var (day, used) in use)
        {
            days.Add(new DailyUse(day, used, temperature.TryGetValue(day, out var mean) ? mean : double.NaN));
        }

        foreach (var (day, mean) in temperature)
        {
            if (!use.ContainsKey(day))
            {
                days.Add(new DailyUse(day, double.NaN, mean));
            }
        }

        days.Sort(static (one, other) => one.Day.CompareTo(other.Day));
        return days;
    }
}
