namespace Telemetry.Model.Calendars;

/// <summary>Which public holidays a building has (Code du travail L.3133-1 and L.3134-13).</summary>
public enum HolidayRegion
{
    /// <summary>The eleven of metropolitan France.</summary>
    Metropole,

    /// <summary>Haut-Rhin, Bas-Rhin and Moselle: with Good Friday and 26 December.</summary>
    AlsaceMoselle,
}
