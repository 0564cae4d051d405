using Telemetry.Analytics.Imports.Mapping;
using Telemetry.Analytics.Indicators.Anomalies;
using Telemetry.Analytics.Registry;
using Telemetry.Model.Energy;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>What is worth a look in the last thirteen months, ranked by what is at stake; the pure functions of <c>Indicators/Anomalies</c> find it.</summary>
internal sealed class AnomalyReport(EnergyDays days, HourlyUse hourly, ImportedDays imported, BuildingReport buildings, Openings openings, TimeZoneInfo zone)
{
    // Few and costed: a list nobody reads to its end is noise.
    private const int Most = 8;
    private const int Days = 396;
    private const int PriceDays = 365;
    private const double LeastKWh = 100;

    internal IReadOnlyList<BuildingAnomaly> Of(Town town, DateOnly today, DateTimeOffset now) =>
    [
        .. town.Buildings.SelectMany(building => Electricity(town, building, today, now).Concat(Gas(town, building, today, now)))
            .Where(one => !(one.Anomaly.AtStake < LeastKWh))
            .OrderByDescending(one => one.Anomaly.Euro ?? -1).ThenByDescending(one => double.IsFinite(one.Anomaly.AtStake) ? one.Anomaly.AtStake : -1)
            .Take(Most),
    ];

    private IEnumerable<BuildingAnomaly> Electricity(Town town, Building building, DateOnly today, DateTimeOffset now)
    {
        var load = hourly.Of(town, building, Carrier.Electricity, today.AddDays(-Days), today, now);
        return load.Known == 0 ? [] : Priced(building, Carrier.Electricity, LoadAnomalies.BaseLoadSteps(load), today);
    }

    private IEnumerable<BuildingAnomaly> Gas(Town town, Building building, DateOnly today, DateTimeOffset now) =>
        days.Has(town, building, Carrier.NaturalGas)
            ? Priced(
                building,
                Carrier.NaturalGas,
                HeatingWhileClosed.Find(buildings.GasAndWeather(town, building, today.AddDays(-Days), today, now), openings.Of(building).OpensOn, zone),
                today)
            : [];

    private IEnumerable<BuildingAnomaly> Priced(Building building, Carrier carrier, IReadOnlyList<Anomaly> found, DateOnly today)
    {
        var price = Price(building, carrier, today);
        return found.Select(anomaly => BuildingAnomaly.Of(building, carrier, price is { } euro ? anomaly.At(euro) : anomaly, zone));
    }

    /// <summary>Mean price of the invoices of the last year, EUR/kWh; null without invoices.</summary>
    private double? Price(Building building, Carrier carrier, DateOnly today)
    {
        double Sum(string series) => imported.Of(series).Where(day => day.Key >= today.AddDays(-PriceDays) && day.Key < today).Sum(day => day.Value.Amount);
        var (euro, kWh) = (Sum(SeriesNames.Paid(building.Id, carrier)), Sum(SeriesNames.Invoiced(building.Id, carrier)));
        return kWh > 0 && euro > 0 ? euro / kWh : null;
    }
}
