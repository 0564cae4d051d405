namespace Telemetry.Dashboard.Journal;

/// <summary>The tables of <c>journal.db</c> and the guards that refuse any change of what is written.</summary>
/// <remarks>
/// <c>anchors</c> says what the chain begins from: the genesis, or the last line that was archived away after its time. The guards stop a mistake or a
/// careless hand; whoever may write the file can take them off, and then <c>dashboard journal verify</c> says where the chain breaks.
/// </remarks>
internal static class JournalSchema
{
    public const int Version = 1;

    public const string Tables =
        """
        CREATE TABLE lines (
            Number INTEGER PRIMARY KEY AUTOINCREMENT, RecordedMs INTEGER NOT NULL, AtMs INTEGER NOT NULL,
            Who TEXT NOT NULL, Role TEXT NOT NULL, Channel TEXT NOT NULL, Action TEXT NOT NULL, Object TEXT NOT NULL, Site TEXT NOT NULL,
            Before TEXT NOT NULL, Asked TEXT NOT NULL, ReadBack TEXT NOT NULL, Reason TEXT NOT NULL, Rules TEXT NOT NULL,
            Outcome TEXT NOT NULL, Reference TEXT NOT NULL, Previous TEXT NOT NULL UNIQUE, Hash TEXT NOT NULL UNIQUE) STRICT;
        CREATE INDEX lines_by_instant ON lines (AtMs);
        CREATE INDEX lines_by_object ON lines (Object, Number);
        CREATE INDEX lines_by_reference ON lines (Reference) WHERE Reference <> '';
        CREATE TABLE anchors (Number INTEGER PRIMARY KEY, Hash TEXT NOT NULL, RecordedMs INTEGER NOT NULL, Reason TEXT NOT NULL) STRICT;
        """;

    public const string NeverGo =
        "CREATE TRIGGER lines_never_go BEFORE DELETE ON lines BEGIN SELECT RAISE(ABORT, 'the journal is append-only: no line is taken away'); END;";

    public const string Guards = NeverGo +
        """

        CREATE TRIGGER lines_never_change BEFORE UPDATE ON lines BEGIN SELECT RAISE(ABORT, 'the journal is append-only: no line is changed'); END;
        CREATE TRIGGER lines_follow_each_other BEFORE INSERT ON lines
            WHEN NEW.Number IS NOT 1 + COALESCE((SELECT max(Number) FROM lines), (SELECT max(Number) FROM anchors))
              OR NEW.Previous IS NOT COALESCE((SELECT Hash FROM lines ORDER BY Number DESC LIMIT 1), (SELECT Hash FROM anchors ORDER BY Number DESC LIMIT 1))
            BEGIN SELECT RAISE(ABORT, 'a line follows the last one'); END;
        CREATE TRIGGER anchors_never_change BEFORE UPDATE ON anchors BEGIN SELECT RAISE(ABORT, 'the journal is append-only: no anchor is changed'); END;
        CREATE TRIGGER anchors_never_go BEFORE DELETE ON anchors BEGIN SELECT RAISE(ABORT, 'the journal is append-only: no anchor is taken away'); END;
        """;

    /// <summary>Names of the guards, which a whole file has.</summary>
    public static readonly IReadOnlyList<string> GuardNames =
        ["lines_never_change", "lines_never_go", "lines_follow_each_other", "anchors_never_change", "anchors_never_go"];

    public const string Columns =
        "Number, RecordedMs, AtMs, Who, Role, Channel, Action, Object, Site, Before, Asked, ReadBack, Reason, Rules, Outcome, Reference, Previous, Hash";
}
