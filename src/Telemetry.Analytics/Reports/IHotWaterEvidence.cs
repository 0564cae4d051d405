using Telemetry.Analytics.Indicators.HotWater;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports;

/// <summary>Whether the hot water of a boiler room was safe from legionella, day by day.</summary>
public interface IHotWaterEvidence
{
    /// <summary>Each local day from the first to the last, both included; empty where no hot water sensor is fitted.</summary>
    IReadOnlyList<HotWaterProof> Of(Equipment boiler, DateOnly first, DateOnly last, TimeZoneInfo zone);
}
