using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Zones;

/// <summary>What a building automation system must be able to show: hours by zone, and months (CCH R.175-3, 1°).</summary>
public interface IZoneData
{
    /// <summary>Every hour of <c>[from, to)</c>, zone after zone.</summary>
    IReadOnlyList<ZoneHour> Hours(Equipment boiler, DateTimeOffset from, DateTimeOffset to);

    /// <summary>The months of a year that have begun.</summary>
    IReadOnlyList<ZoneMonth> Months(Equipment boiler, int year);
}
