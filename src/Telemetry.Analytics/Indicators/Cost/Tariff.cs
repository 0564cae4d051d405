namespace Telemetry.Analytics.Indicators.Cost;

/// <summary>A dated tariff of a delivery point: off-peak hours are an attribute of the point, and move.</summary>
/// <param name="Name">As printed.</param>
/// <param name="From">First day.</param>
/// <param name="To">Day after the last.</param>
/// <param name="Periods">The first that covers an hour counts.</param>
/// <param name="EuroPerDay">Standing charges by day: subscription, fixed network part, its taxes.</param>
public sealed record Tariff(string Name, DateOnly From, DateOnly To, IReadOnlyList<TariffPeriod> Periods, decimal EuroPerDay)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool Covers(DateOnly day) => day >= From && day < To;
}
