namespace Telemetry.Analytics.Imports.Mapping;

/// <summary>What the rows of a file are.</summary>
public enum ImportKind
{
    /// <summary>Energy of each interval.</summary>
    Energy,

    /// <summary>Heat given by the boilers of a building in each interval: made from an energy counted already, so never added to it.</summary>
    Heat,

    /// <summary>Mean power of each interval, turned into energy.</summary>
    Power,

    /// <summary>Indexes of a register: readings of a point, kept in the history.</summary>
    Register,

    /// <summary>Temperatures: of instants, of days (Tn, Tx, mean), or twelve-hour extremes.</summary>
    Weather,

    /// <summary>Invoices: energy and money from a day to a day.</summary>
    Invoices,

    /// <summary>Carbon intensity of the grid by step, g/kWh.</summary>
    Intensity,

    /// <summary>Days of a calendar: public holidays, school holidays.</summary>
    Calendar,
}
