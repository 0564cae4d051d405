namespace Telemetry.Model.Alarms;

/// <summary>How soon somebody must act. The number is kept in stores: never renumber.</summary>
public enum Severity
{
    /// <summary>Danger or frost within hours: whoever is on call is told now.</summary>
    P1 = 1,

    /// <summary>Heating or hot water is lost: within four hours.</summary>
    P2 = 2,

    /// <summary>Degraded: the next working day.</summary>
    P3 = 3,

    /// <summary>Good to know: nobody is told.</summary>
    P4 = 4,
}
