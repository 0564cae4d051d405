namespace Telemetry.Model.Control;

/// <summary>In what quality a person gives an order: how far its end may be. Said by the centre, which knows its people.</summary>
public enum OrderRole
{
    /// <summary>Somebody of the building: 24 h at most.</summary>
    SiteUser,

    /// <summary>A technician: 72 h at most.</summary>
    Technician,

    /// <summary>An administrator: 14 days at most, with a reason.</summary>
    Administrator,
}
