namespace Telemetry.Analytics.Indicators.Operation;

/// <summary>Remote interventions, and the trips they spared, under an assumption that is always shown. Pure.</summary>
/// <remarks>
/// An intervention is what one person did at one boiler room and the device confirmed, all that within an hour of the one before being the same intervention: it would have been
/// one trip. What was refused, expired, or not confirmed spared nobody a trip.
/// </remarks>
/// <param name="Interventions">How many.</param>
/// <param name="Kilometres">Not driven, km.</param>
/// <param name="Hours">Not spent, h.</param>
/// <param name="KgCO2e">Not emitted, kgCO2e.</param>
/// <param name="Assumption">What one trip was taken to cost.</param>
public sealed record TripsAvoided(int Interventions, double Kilometres, double Hours, double KgCO2e, TripAssumption Assumption)
{
    /// <summary>Acts closer than this belong together.</summary>
    public static TimeSpan SameVisit { get; } = TimeSpan.FromHours(1);

    /// <summary>Over a period.</summary>
    /// <param name="acts">Confirmed acts: where, by whom, when (UTC).</param>
    /// <param name="from">Begin, UTC.</param>
    /// <param name="to">End, excluded, UTC.</param>
    /// <param name="trip">What one trip costs.</param>
    public static TripsAvoided Of(IEnumerable<(string Place, string By, DateTimeOffset At)> acts, DateTimeOffset from, DateTimeOffset to, TripAssumption trip)
    {
        ArgumentNullException.ThrowIfNull(trip);
        var count = acts.Where(act => act.At >= from && act.At < to).GroupBy(act => (act.Place, act.By)).Sum(group => Visits([.. group.Select(act => act.At).Order()]));
        return new TripsAvoided(count, count * trip.Kilometres, count * trip.Hours, count * trip.Kilometres * trip.KgCO2ePerKilometre, trip);
    }

    private static int Visits(IReadOnlyList<DateTimeOffset> instants) =>
        instants.Where((at, index) => index == 0 || at - instants[index - 1] > SameVisit).Count();
}
