namespace Telemetry.Gateway.Control.Heating;

/// <summary>When to stop before a closing, for the walls still to carry the room: pure.</summary>
internal static class OptimumStop
{
    /// <summary>How far a room may fall before people leave, K.</summary>
    internal const double Fall = 0.5;

    /// <summary>By the building's time constant: t = τ · ln((T_in - T_e) / (T_min - T_e)).</summary>
    /// <param name="room">°C.</param>
    /// <param name="setpoint">°C; the room may fall 0.5 K under it.</param>
    /// <param name="outdoor">°C.</param>
    /// <param name="timeConstant">Of the building.</param>
    /// <param name="most">Never earlier.</param>
    internal static TimeSpan Lead(double room, double setpoint, double outdoor, TimeSpan timeConstant, TimeSpan most)
    {
        var least = setpoint - Fall;
        if (room <= least)
        {
            return TimeSpan.Zero;
        }

        // As warm outside as inside: it never falls.
        var time = least <= outdoor ? most : timeConstant * Math.Log((room - outdoor) / (least - outdoor));
        return time > most ? most : time;
    }
}
