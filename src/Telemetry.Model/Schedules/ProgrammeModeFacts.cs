using Telemetry.Model.Control;
using Telemetry.Model.Settings;

namespace Telemetry.Model.Schedules;

/// <summary>What each mode of a programme means to a controller and to a room.</summary>
public static class ProgrammeModeFacts
{
    extension(ProgrammeMode mode)
    {
        /// <summary>The mode of a controller that does what is asked.</summary>
        public HeatingMode Heating => mode switch
        {
            ProgrammeMode.Occupied => HeatingMode.Comfort,
            ProgrammeMode.Reduced => HeatingMode.Reduced,
            ProgrammeMode.Frost => HeatingMode.Frost,
            _ => HeatingMode.Standby,
        };

        /// <summary>The room set point, °C; a stopped zone is still kept from freezing.</summary>
        public double Setpoint(Setpoints setpoints)
        {
            ArgumentNullException.ThrowIfNull(setpoints);
            return mode switch
            {
                ProgrammeMode.Occupied => setpoints.Comfort,
                ProgrammeMode.Reduced => setpoints.Reduced,
                _ => setpoints.Frost,
            };
        }
    }
}
