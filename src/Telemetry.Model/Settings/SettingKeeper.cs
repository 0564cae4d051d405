namespace Telemetry.Model.Settings;

/// <summary>Who may change a setting.</summary>
public enum SettingKeeper
{
    /// <summary>The people of the building, within an hour or a degree.</summary>
    SiteUser,

    /// <summary>A technician.</summary>
    Technician,

    /// <summary>An administrator.</summary>
    Administrator,
}
