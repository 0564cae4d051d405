using Telemetry.Model.Alarms;

namespace Telemetry.Dashboard.Alarms;

/// <summary>An alarm as a page or a message shows it.</summary>
/// <param name="Alarm">The alarm.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Sentence">What, and since when.</param>
/// <param name="State">Who answers for it.</param>
/// <param name="Effect">What it means for the people there.</param>
/// <param name="Check">What to look at first.</param>
/// <param name="Children">How many other alarms it explains.</param>
/// <param name="IsLastKnown">Whether its gateway is away, so that this is only the last state known.</param>
internal sealed record AlarmView(
    Alarm Alarm, AlarmPlace Place, string Sentence, string State, string Effect, string Check, int Children, bool IsLastKnown)
{
    /// <summary>Its page in the French site.</summary>
    public string Path => $"/alarmes/{Alarm.Id:N}";
}
