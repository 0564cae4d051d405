using System.Globalization;
using Telemetry.Analytics.Indicators.Anomalies;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Model.Energy;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>Something to look at in a building.</summary>
/// <param name="Building">Where.</param>
/// <param name="Carrier">Of which energy.</param>
/// <param name="Anomaly">What, since when, how much is at stake.</param>
/// <param name="From">First local day.</param>
/// <param name="To">Day after the last.</param>
public sealed record BuildingAnomaly(Building Building, Carrier Carrier, Anomaly Anomaly, DateOnly From, DateOnly To)
{
    /// <summary>Its name, the same each time it is found: what a verdict or an action answers.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Building.Id}/{Carrier}/{Anomaly.Kind}/{From:yyyy-MM-dd}");

    internal static BuildingAnomaly Of(Building building, Carrier carrier, Anomaly anomaly, TimeZoneInfo zone) =>
        new(building, carrier, anomaly, CivilDays.Of(anomaly.From, zone), CivilDays.Of(anomaly.To.AddTicks(-1), zone).AddDays(1));
}
