namespace Telemetry.Analytics.Reports.Frozen;

/// <summary>Reports that were frozen.</summary>
public interface IFrozenReports
{
    /// <summary>All of them, the newest first, every version.</summary>
    IReadOnlyList<FrozenReport> All();

    /// <summary>One; the newest version when none is named; null when there is none.</summary>
    /// <exception cref="InvalidDataException">Its content no longer has its fingerprint: the file was changed by other means.</exception>
    FrozenReport? Find(string number, int? version = null);

    /// <summary>Freezes a content: a number of its own, or the next version of the report on the same subject.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why it is corrected; needed when the subject was frozen before.</param>
    /// <param name="witness">Told the report just before it is kept; when it throws, nothing is frozen.</param>
    /// <returns>The report, or why it was not frozen.</returns>
    (FrozenReport? Report, FreezeProblem Problem) Freeze(ReportContent content, string by, string reason, Action<FrozenReport>? witness = null);
}
