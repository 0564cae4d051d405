using Telemetry.Model.Alarms;

namespace Telemetry.Analytics.Alarms.Rules;

/// <summary>The alarm catalogue: every line that is watched. <c>docs/alarms.md</c> prints it and says which lines are not, and why.</summary>
public static class Catalogue
{
    private static readonly ILookup<AlarmKind, AlarmRule> ByKind;

    static Catalogue()
    {
        All = [.. BoilerLines.All, .. ComfortLines.All, .. SystemLines.All];
        ByKind = All.ToLookup(rule => rule.Kind);
        Windows = All.Where(rule => rule.Window > TimeSpan.Zero)
            .SelectMany(rule => Followed(rule).Select(name => (name, rule.Window)))
            .GroupBy(pair => pair.name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Max(pair => pair.Window), StringComparer.Ordinal);
    }

    /// <summary>Every line watched.</summary>
    public static IReadOnlyList<AlarmRule> All { get; }

    /// <summary>How far back each point is remembered.</summary>
    public static IReadOnlyDictionary<string, TimeSpan> Windows { get; }

    /// <summary>What may explain an alarm of this kind.</summary>
    public static IReadOnlyList<AlarmKind> ExplainedBy(AlarmKind kind) => [.. ByKind[kind].SelectMany(rule => rule.ExplainedBy).Distinct()];

    // A rule that compares two points follows both.
    private static IEnumerable<string> Followed(AlarmRule rule) => rule.Kind switch
    {
        AlarmKind.ForcedTooLong => [ForcedMode.Level],
        AlarmKind.FlowTooCold => ["flow.temperature"],
        AlarmKind.ValveStuck => ["valve.position", "flow.temperature"],
        AlarmKind.ReturnTooWarm => ["return.temperature", "burner.state", "flame.state"],
        _ => rule.Points,
    };
}
