namespace Telemetry.Analytics.Indicators.Calendar;

/// <summary>Days from one to another, both included: school holidays, a closure.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, included.</param>
public readonly record struct DayRange(DateOnly First, DateOnly Last)
{
    /// <summary>Whether a day lies in it.</summary>
    public bool Contains(DateOnly day) => day >= First && day <= Last;
}
