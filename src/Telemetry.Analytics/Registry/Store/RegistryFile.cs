using Telemetry.Analytics.History.Sqlite;

namespace Telemetry.Analytics.Registry.Store;

/// <summary>The registry's SQLite file, <c>registry.db</c>.</summary>
internal sealed class RegistryFile(string path) : ContextFile<RegistryContext>(path, Steps, options => new(options),
    "Put a copy back from a backup, or move the file away: gateways tell again what is installed, orders are lost.")
{
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE buildings (
            Municipality TEXT NOT NULL, Id TEXT NOT NULL, Name TEXT NOT NULL, Use TEXT NOT NULL, FloorAreaM2 REAL,
            PRIMARY KEY (Municipality, Id));
        CREATE TABLE equipment (
            Municipality TEXT NOT NULL, Gateway TEXT NOT NULL, Device TEXT NOT NULL,
            Building TEXT NOT NULL, Name TEXT NOT NULL, Kind TEXT NOT NULL, Model TEXT NOT NULL,
            PRIMARY KEY (Municipality, Gateway, Device));
        CREATE TABLE points (
            Municipality TEXT NOT NULL, Gateway TEXT NOT NULL, Device TEXT NOT NULL, Name TEXT NOT NULL,
            Quantity TEXT NOT NULL, Unit TEXT NOT NULL, Function TEXT NOT NULL, Accumulation TEXT NOT NULL,
            Carrier TEXT NOT NULL, MeterRole TEXT NOT NULL, EndUse TEXT NOT NULL,
            KWhPerUnit REAL NOT NULL, HeartbeatSeconds REAL NOT NULL, Min REAL, Max REAL, Step REAL,
            PRIMARY KEY (Municipality, Gateway, Device, Name));
        CREATE TABLE gateways (
            Municipality TEXT NOT NULL, Name TEXT NOT NULL, SinceMs INTEGER NOT NULL, PRIMARY KEY (Municipality, Name));
        CREATE TABLE orders (
            Id TEXT NOT NULL PRIMARY KEY, Kind INTEGER NOT NULL,
            Municipality TEXT NOT NULL, Gateway TEXT NOT NULL, Device TEXT NOT NULL, Point TEXT NOT NULL,
            Value REAL, UntilMs INTEGER NOT NULL, RequestedMs INTEGER NOT NULL, ExpiresMs INTEGER NOT NULL,
            "By" TEXT NOT NULL, Reason TEXT NOT NULL);
        CREATE INDEX orders_by_equipment ON orders (Municipality, Gateway, Device, RequestedMs);
        CREATE TABLE reports (
            "Order" TEXT NOT NULL, State INTEGER NOT NULL, AtMs INTEGER NOT NULL, FromCentre INTEGER NOT NULL,
            ReadBack REAL, Refusal INTEGER NOT NULL, "Limit" REAL,
            PRIMARY KEY ("Order", State, AtMs));
        """,
        """
        CREATE TABLE groups (
            Id TEXT NOT NULL PRIMARY KEY, "By" TEXT NOT NULL, Role INTEGER NOT NULL, Mode INTEGER NOT NULL, Reason TEXT NOT NULL,
            UntilMs INTEGER NOT NULL, AtMs INTEGER NOT NULL, "End" INTEGER);
        CREATE INDEX groups_by_instant ON groups (AtMs);
        CREATE TABLE group_items (
            "Group" TEXT NOT NULL, Place INTEGER NOT NULL, Name TEXT NOT NULL,
            Municipality TEXT NOT NULL, Gateway TEXT NOT NULL, Device TEXT NOT NULL, Point TEXT NOT NULL, "Order" TEXT,
            PRIMARY KEY ("Group", Place));
        """,
    ];
}
