using Telemetry.Dashboard.Wording;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Boilers;

/// <summary>Who wrote the set point that the controller shows: a person, the programme, the controller, or somebody we do not know. Pure.</summary>
internal static class SetpointAuthor
{
    /// <summary>The sentence; empty when the controller does not show a set point.</summary>
    public static string Say(BoilerRoom room, Language language)
    {
        if (room.Setpoint?.Fresh(room.Facts.Now) is not { } present)
        {
            return "";
        }

        var tolerance = (room.Writable?.Bounds?.Step ?? 0.5) / 2;
        var degrees = OrderSentence.Degrees(present, language);
        if (room.InForce is { Order.Kind: OrderKind.Override } story)
        {
            var asked = story.Last.ReadBack ?? story.Order.Value;
            return Math.Abs(asked - present) <= tolerance
                ? language.Say(BoilerWords.SetByPerson, degrees, story.Order.By, language.Hour(story.Order.RequestedAt, room.Facts.Zone))
                : language.Say(BoilerWords.SetByStranger, degrees, story.Order.By, OrderSentence.Degrees(asked, language));
        }

        return language.Say(room.Facts.Level is LadderLevel.Week or LadderLevel.Closed or LadderLevel.Exception ? BoilerWords.SetByProgramme : BoilerWords.SetByController, degrees);
    }
}
