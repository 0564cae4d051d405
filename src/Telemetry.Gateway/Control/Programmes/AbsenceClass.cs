namespace Telemetry.Gateway.Control.Programmes;

/// <summary>After how long an absence a warm-up was: they warm at rates that differ by a factor of two. The number is kept on disk: never renumber.</summary>
internal enum AbsenceClass
{
    /// <summary>One night.</summary>
    Night = 0,

    /// <summary>A weekend, a day off.</summary>
    Weekend = 1,

    /// <summary>Holidays, a closure: four days and more.</summary>
    Long = 2,
}
