using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Alarms;

/// <summary>One line of the catalogue in people's words.</summary>
/// <param name="Name">What is wrong; <c>{0}</c> is the value and <c>{1}</c> the limit, where there are any.</param>
/// <param name="Effect">What it means for the people in the building.</param>
/// <param name="Check">What to look at first.</param>
internal sealed record AlarmText(Phrase Name, Phrase Effect, Phrase Check);
