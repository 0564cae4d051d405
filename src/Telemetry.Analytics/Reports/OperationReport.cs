using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Operation;

namespace Telemetry.Analytics.Reports;

/// <summary>How a boiler room was run over a period.</summary>
public sealed record OperationReport
{
    /// <summary>Begin, UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>End, excluded, UTC.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Share of the openings at which it was warm, 0 to 1.</summary>
    public required Figure ComfortOnTime { get; init; }

    /// <summary>Mean time between warm and opening, minutes.</summary>
    public required Figure OptimumStartError { get; init; }

    /// <summary>Starts and runs of the burner.</summary>
    public required BurnerStarts Starts { get; init; }

    /// <summary>Hours in which a person's order decided.</summary>
    public required Figure ForcedHours { get; init; }

    /// <summary>Remote interventions and what they spared.</summary>
    public required TripsAvoided Trips { get; init; }

    /// <summary>Share of the hours of the period with a usable room temperature, 0 to 1.</summary>
    public required double HourlyRoom { get; init; }
}
