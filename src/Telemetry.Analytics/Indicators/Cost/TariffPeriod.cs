namespace Telemetry.Analytics.Indicators.Cost;

/// <summary>A period of a tariff: when it holds and what a kWh costs.</summary>
/// <param name="Name">As on the bill: <c>HPH</c>, <c>HCE</c>, <c>Base</c>.</param>
/// <param name="EuroPerKWh">All taxes the tariff names included, at least 0.</param>
public sealed record TariffPeriod(string Name, decimal EuroPerKWh)
{
    /// <summary>Months in which it holds; null for all.</summary>
    public IReadOnlySet<int>? Months { get; init; }

    /// <summary>Weekdays on which it holds; null for all.</summary>
    public IReadOnlySet<DayOfWeek>? Weekdays { get; init; }

    /// <summary>Local clock hours in which it holds, <c>[From, To)</c>; To below From runs over midnight; empty for all day.</summary>
    public IReadOnlyList<(int From, int To)> Hours { get; init; } = [];

    /// <summary>Whether it holds in a clock hour of a day.</summary>
    public bool Covers(DateOnly day, int hour) =>
        Months?.Contains(day.Month) != false && Weekdays?.Contains(day.DayOfWeek) != false
        && (Hours.Count == 0 || Hours.Any(range => range.From < range.To ? hour >= range.From && hour < range.To : hour >= range.From || hour < range.To));
}
