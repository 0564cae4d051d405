namespace Telemetry.Model.Calendars;

/// <summary>Zone of the school calendar; a building's follows from its académie.</summary>
public enum SchoolZone
{
    /// <summary>The building is no school, or follows a calendar of its own (Corsica, overseas).</summary>
    None,

    /// <summary>Besançon, Bordeaux, Clermont-Ferrand, Dijon, Grenoble, Limoges, Lyon, Poitiers.</summary>
    A,

    /// <summary>Aix-Marseille, Amiens, Lille, Nancy-Metz, Nantes, Nice, Normandie, Orléans-Tours, Reims, Rennes, Strasbourg.</summary>
    B,

    /// <summary>Créteil, Montpellier, Paris, Toulouse, Versailles.</summary>
    C,
}
