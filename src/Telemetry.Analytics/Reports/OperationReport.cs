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

    /// <summary>Over-heating, discomfort, and warmth while nobody was there.</summary>
    public required RoomExcess Rooms { get; init; }

    /// <summary>Share of the burning time in which the boiler could condense, 0 to 1.</summary>
    public required Figure Condensing { get; init; }

    /// <summary>Heat ÷ gas (PCS), 0 to 1; refused where no heat meter is.</summary>
    public required Figure Efficiency { get; init; }

    /// <summary>Mean of |flow − its set point| while the pump ran, K.</summary>
    public required Figure RegulationError { get; init; }

    /// <summary>How often orders were read back and their effect seen.</summary>
    public required OrderRates Orders { get; init; }

    /// <summary>Most times in a day that the device had left what was written.</summary>
    public required Figure RepairsADay { get; init; }

    /// <summary>Most writes to the device in a day.</summary>
    public required Figure WritesADay { get; init; }

    /// <summary>Share of the period in which the controller was in sight, 0 to 1.</summary>
    public required Figure InSight { get; init; }

    /// <summary>Share of the hours of the period with a usable room temperature, 0 to 1.</summary>
    public required double HourlyRoom { get; init; }
}
