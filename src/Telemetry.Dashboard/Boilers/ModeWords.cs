using Telemetry.Dashboard.Wording;
using Telemetry.Model.Control;
using Telemetry.Model.Schedules;

namespace Telemetry.Dashboard.Boilers;

/// <summary>The names of the modes: the same word for the same thing on every page.</summary>
internal static class ModeWords
{
    public static readonly Phrase Automatic = new("Automatique", "Automatic");
    public static readonly Phrase Occupied = new("Occupé", "Occupied");
    public static readonly Phrase Reduced = new("Réduit", "Reduced");
    public static readonly Phrase Frost = new("Hors-gel", "Frost protection");
    public static readonly Phrase Stop = new("Arrêt", "Off");
    public static readonly Phrase Manual = new("Manuel", "Manual");

    /// <summary>The word for a mode of a controller.</summary>
    public static Phrase Of(HeatingMode mode) => mode switch
    {
        HeatingMode.Comfort => Occupied,
        HeatingMode.Reduced => Reduced,
        HeatingMode.Frost => Frost,
        HeatingMode.Standby => Stop,
        HeatingMode.Manual => Manual,
        _ => Automatic,
    };

    /// <summary>The word for a mode of a programme.</summary>
    public static Phrase Of(ProgrammeMode mode) => Of(mode.Heating);
}
