namespace Telemetry.Model.Schedules;

/// <summary>What is wrong with a programme, or worth a word. From <see cref="OverLegalLimit"/> on it is a warning: the programme may run.</summary>
public enum ProgrammeProblemKind
{
    /// <summary>It has no zone.</summary>
    NoZone,

    /// <summary>Two zones have one id, or an id is no slug.</summary>
    BadZoneId,

    /// <summary>A zone that does not exist is named.</summary>
    UnknownZone,

    /// <summary>Nobody is named as its author.</summary>
    NoAuthor,

    /// <summary>It does not follow the version it was made from: somebody was quicker.</summary>
    StaleVersion,

    /// <summary>The time zone is not known.</summary>
    UnknownTimeZone,

    /// <summary>A week does not have seven days.</summary>
    BadWeek,

    /// <summary>A week in which nobody is ever there.</summary>
    EmptyWeek,

    /// <summary>A slot that ends before it begins, or as it begins.</summary>
    EmptySlot,

    /// <summary>Two slots of one day overlap.</summary>
    OverlappingSlots,

    /// <summary>More than <see cref="WeekPattern.MostSlots"/> slots in a day.</summary>
    TooManySlots,

    /// <summary>An exception or closure that ends before it begins, or as it begins.</summary>
    EmptyPeriod,

    /// <summary>A new exception or closure that is already over.</summary>
    PastDates,

    /// <summary>Two exceptions for the same zone overlap.</summary>
    OverlappingExceptions,

    /// <summary>Two closures for the same zone overlap.</summary>
    OverlappingClosures,

    /// <summary>A setting under its least value.</summary>
    BelowMinimum,

    /// <summary>A setting over its greatest value.</summary>
    AboveMaximum,

    /// <summary>A setting that is no number.</summary>
    NotANumber,

    /// <summary>Set points in the wrong order: frost, reduced, comfort must not fall.</summary>
    SetpointsOutOfOrder,

    /// <summary>A curve whose least flow is not under its greatest, or whose return is not under its flow.</summary>
    CurveOutOfOrder,

    /// <summary>A mode that no programme has.</summary>
    UnknownMode,

    /// <summary>School holidays that overlap, or end before they begin.</summary>
    BadSchoolCalendar,

    /// <summary>A value that asks for a reason, and there is none.</summary>
    ReasonMissing,

    /// <summary>A setting that nobody may keep in a controller, one named twice, or a tank's where there is no hot water.</summary>
    NotKept,

    /// <summary>A zone that heats without an end over its legal temperature: allowed, with a reason, and said.</summary>
    OverLegalLimit = 100,

    /// <summary>The school calendar ends in less than 60 days: after that the usual week goes on.</summary>
    SchoolCalendarEnds = 101,

    /// <summary>A closure of a week or more where there is hot water: it must be hot for 24 h before people come back.</summary>
    HotWaterBeforeReopening = 102,

    /// <summary>Over 50 °C at mixed taps: it burns.</summary>
    ScaldRisk = 103,
}
