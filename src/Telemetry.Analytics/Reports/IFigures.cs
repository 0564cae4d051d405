using Telemetry.Analytics.Indicators;
using Telemetry.Model.Energy;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports;

/// <summary>The indicators pages show. No page computes one itself.</summary>
public interface IFigures
{
    /// <summary>Time zone of the municipality's days: <c>Europe/Paris</c>.</summary>
    TimeZoneInfo Zone { get; }

    /// <summary>A building's figures now.</summary>
    BuildingFigures Building(Building building);

    /// <summary>The whole town's figures now: sums of the buildings' own, so parts and total agree.</summary>
    TownFigures Town();

    /// <summary>The IT parc's figures now.</summary>
    ItFigures It();

    /// <summary>Energy of a building and carrier by local hour over <c>[from, to)</c>; an hour without readings is there, refused.</summary>
    IReadOnlyList<Figure> Hourly(Building building, Carrier carrier, DateTimeOffset from, DateTimeOffset to);
}
