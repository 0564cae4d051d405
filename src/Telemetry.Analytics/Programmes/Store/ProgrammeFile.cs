using Telemetry.Analytics.History.Sqlite;

namespace Telemetry.Analytics.Programmes.Store;

/// <summary>The programmes' own SQLite file: a copy of it is a copy of every week ever planned.</summary>
internal sealed class ProgrammeFile(string path) : ContextFile<ProgrammeContext>(path, Steps, options => new(options),
    "Put a copy back from a backup, or move the file away: gateways tell the version they run, older ones are lost.")
{
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE programmes (
            Id TEXT NOT NULL PRIMARY KEY, Equipment TEXT NOT NULL, Version INTEGER NOT NULL, Json BLOB NOT NULL,
            State INTEGER NOT NULL, AtMs INTEGER NOT NULL, Refusal INTEGER NOT NULL, "Limit" REAL);
        CREATE INDEX programmes_by_equipment ON programmes (Equipment, Version);
        """,
    ];
}
