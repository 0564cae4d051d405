using Telemetry.Dashboard.Wording;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Boilers;

/// <summary>A forced mode as a person filled it in, and what is wrong with it.</summary>
/// <param name="Mode">The mode; null when it is none of those offered.</param>
/// <param name="End">Its end; null when none was chosen.</param>
/// <param name="Reason">Why.</param>
/// <param name="Problem">What to mend; null when it can be sent.</param>
internal sealed record ModeDraft(HeatingMode? Mode, EndChoice? End, string Reason, string? Problem)
{
    private static readonly TimeSpan WithoutReason = TimeSpan.FromHours(72);

    /// <summary>The modes offered; automatic is the end of a forced mode, manual belongs to the person at the controller.</summary>
    public static IReadOnlyList<HeatingMode> Modes { get; } = [HeatingMode.Comfort, HeatingMode.Reduced, HeatingMode.Frost, HeatingMode.Standby];

    /// <summary>Reads a form.</summary>
    public static ModeDraft Read(string? mode, EndChoice? end, bool endGone, string? reason, DateTimeOffset now, Language language)
    {
        var chosen = Modes.Where(one => string.Equals(one.ToString(), mode, StringComparison.Ordinal)).Select(one => (HeatingMode?)one).FirstOrDefault();
        var why = (reason ?? "").Trim();
        var problem = chosen is null ? language.Say(ModePageWords.NoMode)
            : end is null ? language.Say(endGone ? OrderWords.EndGone : OrderWords.NoEnd)
            : why.Length > OrderDraft.LongestReason ? language.Say(OrderWords.LongReason, language.Number(OrderDraft.LongestReason, 0))
            : end.At - now > WithoutReason && why.Length == 0 ? language.Say(ModePageWords.LongNeedsReason)
            : null;
        return new(chosen, end, why, problem);
    }
}
