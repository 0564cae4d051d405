namespace Telemetry.Model.Calendars;

/// <summary>A French public holiday.</summary>
public enum PublicHoliday
{
    /// <summary>1 January.</summary>
    NewYear,

    /// <summary>The Friday before Easter, Alsace-Moselle only.</summary>
    GoodFriday,

    /// <summary>The day after Easter.</summary>
    EasterMonday,

    /// <summary>1 May.</summary>
    LabourDay,

    /// <summary>8 May.</summary>
    VictoryDay,

    /// <summary>The 39th day after Easter, a Thursday.</summary>
    Ascension,

    /// <summary>The 50th day after Easter.</summary>
    WhitMonday,

    /// <summary>14 July.</summary>
    NationalDay,

    /// <summary>15 August.</summary>
    Assumption,

    /// <summary>1 November.</summary>
    AllSaints,

    /// <summary>11 November.</summary>
    Armistice,

    /// <summary>25 December.</summary>
    Christmas,

    /// <summary>26 December, Alsace-Moselle only.</summary>
    SaintStephen,
}
