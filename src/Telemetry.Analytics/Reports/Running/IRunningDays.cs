namespace Telemetry.Analytics.Reports.Running;

/// <summary>The running day of every building, now and as readings come.</summary>
public interface IRunningDays
{
    /// <summary>Every building's day, now.</summary>
    IReadOnlyList<RunningDay> Now();

    /// <summary>The same again after readings of main registers or of the outdoor temperature, at most every two seconds. Cold: each subscriber listens for itself.</summary>
    IObservable<IReadOnlyList<RunningDay>> Changes { get; }
}
