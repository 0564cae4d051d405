using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>What is planned, each line with the way to take it away.</summary>
/// <param name="Owner">The page it stands on.</param>
/// <param name="Lines">Names and words.</param>
/// <param name="None">What is said when nothing is planned.</param>
internal sealed record PlannedList(ProgrammePage Owner, IReadOnlyList<(Guid Id, string Text)> Lines, Phrase None);
