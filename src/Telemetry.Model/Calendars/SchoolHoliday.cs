namespace Telemetry.Model.Calendars;

/// <summary>One stretch of school holidays.</summary>
/// <param name="Name">What the ministry calls it: « Vacances de la Toussaint ».</param>
/// <param name="From">First day without class.</param>
/// <param name="To">The day classes resume: excluded.</param>
public sealed record SchoolHoliday(string Name, DateOnly From, DateOnly To)
{
    /// <summary>Whether a day is one without class.</summary>
    public bool Covers(DateOnly day) => day >= From && day < To;
}
