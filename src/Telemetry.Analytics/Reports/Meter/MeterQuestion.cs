using Telemetry.Analytics.Indicators.Calendar;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Reports.Meter;

/// <summary>What is asked of one meter's file, and what is known beside it.</summary>
public sealed record MeterQuestion
{
    /// <summary>What the meter counts.</summary>
    public required Carrier Carrier { get; init; }

    /// <summary>First local day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Day after the last.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Whose days.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Factors of the emissions.</summary>
    public required FactorSet Factors { get; init; }

    /// <summary>Usual length of an interval: hourly figures need an hour at most.</summary>
    public required TimeSpan Step { get; init; }

    /// <summary>Floor area, m²; null when unknown.</summary>
    public double? AreaM2 { get; init; }

    /// <summary>Inhabitants; null when unknown.</summary>
    public double? Inhabitants { get; init; }

    /// <summary>Subscribed power, kW; null when unknown.</summary>
    public double? SubscribedKW { get; init; }

    /// <summary>When the building opens; null when nobody said.</summary>
    public BuildingCalendar? Calendar { get; init; }

    /// <summary>Mean outdoor temperature by local day, °C; empty when unknown.</summary>
    public IReadOnlyDictionary<DateOnly, double> Temperatures { get; init; } = new Dictionary<DateOnly, double>();
}
