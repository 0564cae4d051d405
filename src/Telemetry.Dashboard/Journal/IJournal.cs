namespace Telemetry.Dashboard.Journal;

/// <summary>The journal: who did what, to what, why, and what came of it. Lines are added, never changed, never taken away.</summary>
internal interface IJournal
{
    /// <summary>Writes a line; it is on the disk when this returns.</summary>
    /// <returns>The line; the one already there when the same step (action, outcome, instant) of the same reference was kept before.</returns>
    /// <exception cref="JournalException">It could not be written: what was to be journalled must not be done.</exception>
    JournalLine Append(JournalEntry entry);

    /// <summary>Lines that match, newest first.</summary>
    IReadOnlyList<JournalLine> Read(JournalQuery query);
}
