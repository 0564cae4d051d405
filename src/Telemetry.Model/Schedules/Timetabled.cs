namespace Telemetry.Model.Schedules;

/// <summary>What a timetable says of one zone at one instant.</summary>
/// <param name="Mode">What holds.</param>
/// <param name="Setpoint">Room set point, °C.</param>
/// <param name="Cause">Which part of the programme decides.</param>
/// <param name="Name">The holiday, or the reason written for an exception or a closure; empty for the usual week.</param>
public sealed record Timetabled(ProgrammeMode Mode, double Setpoint, ScheduleCause Cause, string Name)
{
    /// <summary>Whether a room would notice the difference.</summary>
    public bool FeelsLike(Timetabled other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Mode == other.Mode && Setpoint.Equals(other.Setpoint);
    }
}
