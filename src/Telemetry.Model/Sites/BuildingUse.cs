namespace Telemetry.Model.Sites;

/// <summary>What a municipal building is used for.</summary>
public enum BuildingUse
{
    /// <summary>Anything not named below.</summary>
    Other,

    /// <summary>A school.</summary>
    School,

    /// <summary>A gymnasium or sports hall.</summary>
    Gymnasium,

    /// <summary>A town hall or offices.</summary>
    TownHall,

    /// <summary>A nursery (crèche).</summary>
    Nursery,
}
