using Telemetry.Analytics.Programmes;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Programmes;

/// <summary>Where the programme of a boiler room is, in one or two sentences: what the gateway keeps, and what was last sent. Pure.</summary>
internal static class ProgrammeStatus
{
    /// <summary>The sentences.</summary>
    public static string Of(BoilerRoom room, Language language)
    {
        var (kept, newest) = (room.Versions.FirstOrDefault(story => story.IsKept), room.Versions.Count > 0 ? room.Versions[0] : null);
        string When(DateTimeOffset at) => language.AtWhen(at, room.Facts.Now, room.Facts.Zone);
        string Number(ProgrammeStory story) => language.Number(story.Programme.Version, 0);
        var held = kept is null ? language.Say(ProgrammeWords.None) : language.Say(ProgrammeWords.Kept, Number(kept), kept.Programme.By, When(kept.Last.At));
        return newest switch
        {
            null or { IsKept: true } => held,
            { IsOnItsWay: true } => $"{held} {language.Say(ProgrammeWords.OnItsWay, Number(newest), When(newest.Last.At))}",
            { Last.State: OrderState.Refused } => $"{held} {language.Say(ProgrammeWords.RefusedVersion, Number(newest), When(newest.Last.At), OrderSentence.Why(newest.Last, language))}",
            _ => $"{held} {language.Say(ProgrammeWords.ExpiredVersion, Number(newest))}",
        };
    }

    /// <summary>The word for one version of the list.</summary>
    public static Phrase Of(ProgrammeStory story, bool inForce) => story switch
    {
        { IsKept: true } => inForce ? ProgrammeWords.VersionInForce : ProgrammeWords.VersionKept,
        { IsOnItsWay: true } => ProgrammeWords.VersionSent,
        { Last.State: OrderState.Refused } => ProgrammeWords.VersionRefused,
        _ => ProgrammeWords.VersionLost,
    };
}
