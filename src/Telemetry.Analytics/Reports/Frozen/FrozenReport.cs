namespace Telemetry.Analytics.Reports.Frozen;

/// <summary>A report that will never change: a correction is another version beside it.</summary>
/// <param name="Number">Its number: <c>2026-003</c>.</param>
/// <param name="Version">1, then one more for each correction.</param>
/// <param name="At">When it was frozen.</param>
/// <param name="By">Who froze it.</param>
/// <param name="Reason">Why there is another version; empty for the first.</param>
/// <param name="Sha256">SHA-256 of its content as stored, in hexadecimal.</param>
/// <param name="Content">What it says.</param>
public sealed record FrozenReport(string Number, int Version, DateTimeOffset At, string By, string Reason, string Sha256, ReportContent Content)
{
    /// <summary>As people cite it: <c>2026-003 v2</c>.</summary>
    public string Title => Version == 1 ? Number : FormattableString.Invariant($"{Number} v{Version}");
}
