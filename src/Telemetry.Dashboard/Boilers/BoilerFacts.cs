using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Boilers;

/// <summary>What one boiler room is known to be doing at one instant: all that its sentence is made of.</summary>
internal sealed record BoilerFacts
{
    /// <summary>The instant the facts are looked at.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Time zone of the hours printed.</summary>
    public required TimeZoneInfo Zone { get; init; }

    public bool GatewayOnline { get; init; } = true;

    /// <summary>Since when the gateway is there or not.</summary>
    public DateTimeOffset GatewaySince { get; init; }

    /// <summary>Since when the controller reports a fault; null when it reports none.</summary>
    public DateTimeOffset? FaultSince { get; init; }

    /// <summary>The last instant anything usable came from the controller; null when nothing ever came.</summary>
    public DateTimeOffset? LastHeard { get; init; }

    /// <summary>Whether no point of the controller is fresh any more.</summary>
    public bool Silent { get; init; }

    public HeatingMode? Mode { get; init; }

    public bool? PumpRuns { get; init; }

    /// <summary>Departing water, °C.</summary>
    public double? Flow { get; init; }

    /// <summary>Set point of the departing water, °C.</summary>
    public double? FlowSetpoint { get; init; }

    /// <summary>What the heating curve kept at the gateway would ask of the departing water now, °C; null where no programme runs.</summary>
    public double? AdvisedFlow { get; init; }

    /// <summary>Room, °C.</summary>
    public double? Room { get; init; }

    /// <summary>What the controller aims at in the rooms now, °C; null when it does not say.</summary>
    public double? RoomSetpoint { get; init; }

    /// <summary>Whether the rooms have stayed under what is asked for two hours on end (see <see cref="Lag"/>), not only while they warm up.</summary>
    public bool FallsShort { get; init; }

    /// <summary>How fast the rooms warm up (positive) or cool down, K an hour (see <see cref="Trend"/>); null when that cannot be told.</summary>
    public double? RoomTrend { get; init; }

    /// <summary>Who decides, as the gateway tells it; null where no programme of ours runs.</summary>
    public LadderLevel? Level { get; init; }

    /// <summary>What the programme wants now; null where none runs.</summary>
    public HeatingMode? Wanted { get; init; }

    /// <summary>What the programme changes next; null where it changes nothing, or none runs.</summary>
    public NextChange? Next { get; init; }

    /// <summary>What the programme will want when the order in force ends; null where none is known here.</summary>
    public NextChange? After { get; init; }

    /// <summary>Until when the gateway keeps the plant for somebody; null when it does not.</summary>
    public DateTimeOffset? ReservedUntil { get; init; }

    /// <summary>When the gateway last said whether it keeps the plant for somebody; null when it never did.</summary>
    public DateTimeOffset? ReservationTold { get; init; }

    /// <summary>The order in force; null when the programme decides.</summary>
    public Order? Held { get; init; }

    /// <summary>Value the order in force asked, as read back from the controller.</summary>
    public double HeldAt { get; init; }
}
