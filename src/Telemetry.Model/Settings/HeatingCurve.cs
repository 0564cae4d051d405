namespace Telemetry.Model.Settings;

/// <summary>How warm the water must be for the weather (loi d'eau): pure.</summary>
/// <remarks>
/// The physical curve of a design point is that of Modelica Buildings <c>SupplyReturnTemperatureReset</c>; slope and shift is what most controllers have
/// (Siemens RVL). The controllers keep their own curve: here it is the advisor that says how far theirs is off.
/// </remarks>
public static class HeatingCurve
{
    private const double MostInfluence = 15;

    /// <summary>Exponent of an emitter: heat grows with the excess temperature to that power.</summary>
    public static double Exponent(Emitter emitter) => emitter switch
    {
        Emitter.Underfloor => 1.1,
        Emitter.UnitHeaters => 1.0,
        _ => 1.3,
    };

    /// <summary>By the design point: flow and return, °C.</summary>
    /// <param name="curve">Design point and gains.</param>
    /// <param name="exponent">Of the emitter.</param>
    /// <param name="designRoom">Room temperature of the design, °C.</param>
    /// <param name="room">Room set point now, °C.</param>
    /// <param name="outdoor">Outdoor, °C.</param>
    public static (double Flow, double Return) Physical(CurveSettings curve, double exponent, double designRoom, double room, double outdoor)
    {
        ArgumentNullException.ThrowIfNull(curve);
        var load = Math.Max(0, (room - outdoor - curve.GainOffset) / (designRoom - curve.DesignOutdoor - curve.GainOffset));
        var mean = room + ((((curve.DesignFlow + curve.DesignReturn) / 2) - designRoom) * Math.Pow(load, 1 / exponent));
        var half = (curve.DesignFlow - curve.DesignReturn) / 2 * load;
        return (mean + half, mean - half);
    }

    /// <summary>By slope and shift: flow, °C, within the curve's bounds.</summary>
    /// <param name="curve">Slope, shift and bounds.</param>
    /// <param name="room">Room set point, °C.</param>
    /// <param name="outdoor">Outdoor, °C.</param>
    public static double SlopeAndShift(CurveSettings curve, double room, double outdoor)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return Math.Clamp(room + curve.Shift + (curve.Slope * (room - outdoor)), curve.FlowMin, curve.FlowMax);
    }

    /// <summary>The slope that meets a design point.</summary>
    /// <param name="designFlow">Flow of the design, °C.</param>
    /// <param name="designRoom">Room of the design, °C.</param>
    /// <param name="designOutdoor">Outdoor of the design, °C; under the room.</param>
    public static double SlopeFor(double designFlow, double designRoom, double designOutdoor) => (designFlow - designRoom) / (designRoom - designOutdoor);

    /// <summary>What a room that is not where it should be adds, K: at most 15 either way, nothing without a sensor.</summary>
    /// <param name="influence">K of flow for each K of the room.</param>
    /// <param name="setpoint">Room set point, °C.</param>
    /// <param name="room">Room, °C; null when not known.</param>
    public static double RoomInfluence(double influence, double setpoint, double? room) =>
        room is { } measured ? Math.Clamp(influence * (setpoint - measured), -MostInfluence, MostInfluence) : 0;
}
