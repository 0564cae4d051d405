namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>A named, dated set of factors; a report prints which it used.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Edition">When it was put together.</param>
/// <param name="Licence">Under which terms the values are reused.</param>
/// <param name="Entries">The factors.</param>
public sealed record FactorSet(string Name, DateOnly Edition, string Licence, IReadOnlyList<FactorEntry> Entries)
{
    /// <summary>The factor for a carrier, data year, perimeter and unit: never by carrier alone.</summary>
    /// <param name="carrier">In the file's words.</param>
    /// <param name="year">The year of the activity.</param>
    /// <param name="unit">Unit with its basis.</param>
    /// <param name="perimeter">The perimeter wanted: <c>total</c>.</param>
    /// <param name="use">The use wanted; null for the mean of all uses.</param>
    /// <returns>
    /// The entry of that year, else the newest older one, else one whose source gives no year, else null: a later year's factor never explains an
    /// earlier year.
    /// </returns>
    public FactorEntry? Find(string carrier, int year, string unit, string perimeter = "total", string? use = null) =>
        Entries.Where(entry => entry.Carrier == carrier && entry.Unit == unit && entry.Perimeter == perimeter && entry.Use == use)
            .Where(entry => entry.Year is null || entry.Year <= year)
            .MaxBy(entry => entry.Year ?? int.MinValue);

    /// <summary>The entry of a name; null when there is none.</summary>
    public FactorEntry? Find(string id) => Entries.FirstOrDefault(entry => entry.Id == id);
}
