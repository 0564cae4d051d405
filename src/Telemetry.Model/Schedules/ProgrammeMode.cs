namespace Telemetry.Model.Schedules;

/// <summary>What a programme asks of a zone.</summary>
public enum ProgrammeMode
{
    /// <summary>People are there: comfort set point (Occupé).</summary>
    Occupied,

    /// <summary>Night and short absences: reduced set point (Réduit).</summary>
    Reduced,

    /// <summary>Closed: frost set point (Hors-gel).</summary>
    Frost,

    /// <summary>Off; the frost protection of the controller lives on (Arrêt).</summary>
    Stop,
}
