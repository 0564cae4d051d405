using Telemetry.Model.Alarms;

namespace Telemetry.Analytics.Alarms;

/// <summary>One step of an alarm.</summary>
/// <param name="Before">What it was; null when it has just been raised.</param>
/// <param name="Now">What it is.</param>
public sealed record AlarmNews(Alarm? Before, Alarm Now)
{
    /// <summary>It has just come, or come back, or turned worse, or lost what explained it: somebody may have to be told.</summary>
    public bool Calls => Now is { Stands: true, Cause: null }
        && (Before is null || !Before.Stands || Before.Cause is not null || Now.Severity < Before.Severity);

    /// <summary>Its trouble has just gone.</summary>
    public bool Restores => Before is { Stands: true } && !Now.Stands;
}
