using Telemetry.Model.Alarms;

namespace Telemetry.Analytics.Alarms.Rules;

/// <summary>What a rule finds: the trouble is there, it is not, or nobody can tell.</summary>
/// <param name="Holds">Whether the trouble is there; null when there is no live value to say so: nothing is raised and nothing cleared.</param>
/// <param name="Value">The value that decided, in its point's unit; null when there is none to show.</param>
/// <param name="Limit">The limit it was compared with; null when there is none to show.</param>
/// <param name="Severity">Worse or milder than the rule's own; null for the rule's own.</param>
public readonly record struct Verdict(bool? Holds, double? Value = null, double? Limit = null, Severity? Severity = null)
{
    /// <summary>Nobody can tell.</summary>
    public static Verdict Unknown { get; } = new(null);

    /// <summary>The trouble is not there.</summary>
    public static Verdict No { get; } = new(false);

    /// <summary>The first that holds; else unknown when one of them is; else no.</summary>
    public static Verdict Any(params ReadOnlySpan<Verdict> verdicts)
    {
        var unknown = false;
        foreach (var verdict in verdicts)
        {
            if (verdict.Holds == true)
            {
                return verdict;
            }

            unknown |= verdict.Holds is null;
        }

        return unknown ? Unknown : No;
    }
}
