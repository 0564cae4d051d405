using Telemetry.Model.Settings;

namespace Telemetry.Gateway.Control.Heating;

/// <summary>How warm the water must be for the weather (loi d'eau): pure.</summary>
/// <remarks>
/// Family A is the physical one, of Modelica Buildings <c>SupplyReturnTemperatureReset</c>; family B what most controllers have, slope and shift (Siemens
/// RVL). The demonstration's controllers keep their own curve: here it is the advisor that says how far theirs is off.
/// </remarks>
internal static class HeatingCurve
{
    private const double MostInfluence = 15;

    /// <summary>Exponent of an emitter: heat grows with the excess temperature to that power.</summary>
    internal static double Exponent(Emitter emitter) => emitter switch
    {
        Emitter.Underfloor => 1.1,
        Emitter.UnitHeaters => 1.0,
        _ => 1.3,
    };

    /// <summary>Family A: flow and return, °C.</summary>
    /// <param name="curve">Design point and gains.</param>
    /// <param name="exponent">Of the emitter.</param>
    /// <param name="designRoom">Room temperature of the design, °C.</param>
    /// <param name="room">Room set point now, °C.</param>
    /// <param name="outdoor">Outdoor, °C.</param>
    internal static (double Flow, double Return) Physical(CurveSettings curve, double exponent, double designRoom, double room, double outdoor)
    {
        var load = Math.Max(0, (room - outdoor - curve.GainOffset) / (designRoom - curve.DesignOutdoor - curve.GainOffset));
        var mean = room + ((((curve.DesignFlow + curve.DesignReturn) / 2) - designRoom) * Math.Pow(load, 1 / exponent));
        var half = (curve.DesignFlow - curve.DesignReturn) / 2 * load;
        return (mean + half, mean - half);
    }

    /// <summary>Family B: flow, °C, within the curve's bounds.</summary>
    internal static double SlopeAndShift(CurveSettings curve, double room, double outdoor) =>
        Math.Clamp(room + curve.Shift + (curve.Slope * (room - outdoor)), curve.FlowMin, curve.FlowMax);

    /// <summary>The slope of family B that meets a design point.</summary>
    internal static double SlopeFor(double designFlow, double designRoom, double designOutdoor) => (designFlow - designRoom) / (designRoom - designOutdoor);

    /// <summary>What a room that is not where it should be adds, K: at most 15 either way, nothing without a sensor.</summary>
    internal static double RoomInfluence(double influence, double setpoint, double? room) =>
        room is { } measured ? Math.Clamp(influence * (setpoint - measured), -MostInfluence, MostInfluence) : 0;
}
