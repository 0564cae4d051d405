using Telemetry.Model.Alarms;

namespace Telemetry.Analytics.Indicators.Alarms;

/// <summary>The alarms of one priority over a period.</summary>
/// <param name="Severity">Which priority.</param>
/// <param name="Raised">How many were raised.</param>
/// <param name="Share">Of all that were raised, 0 to 1; 0 when none was.</param>
/// <param name="ToAcknowledge">From raised to somebody taking charge; those nobody took charge of are not in it.</param>
/// <param name="Unanswered">How many nobody took charge of.</param>
/// <param name="ToRestore">From raised to the trouble being gone; those that still stand are not in it.</param>
public sealed record PriorityFigures(Severity Severity, int Raised, double Share, AnswerTimes ToAcknowledge, int Unanswered, AnswerTimes ToRestore);
