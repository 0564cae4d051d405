using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Journal;

/// <summary>A kind of thing the journal keeps.</summary>
/// <param name="Code">As it is stored: never changed once released.</param>
/// <param name="Name">As people read it.</param>
internal sealed record JournalAction(string Code, Phrase Name);
