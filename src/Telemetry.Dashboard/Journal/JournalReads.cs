using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Journal;

/// <summary>Usual questions to a journal.</summary>
internal static class JournalReads
{
    /// <summary>What was done to one piece of equipment, newest first: for its page.</summary>
    public static IReadOnlyList<JournalLine> About(this IJournal journal, EquipmentId equipment, int most) =>
        journal.Read(new() { ObjectPrefix = equipment + "/", Most = most });
}
