using Microsoft.Data.Sqlite;
using Telemetry.Analytics.Alarms;
using Telemetry.Analytics.Alarms.Rules;
using Telemetry.Analytics.Alarms.Store;
using Telemetry.Analytics.History.Sqlite;
using Telemetry.Model.Alarms;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.Alarms;

/// <summary>The alarms on the disk: what was raised, answered and closed is there after a restart, once.</summary>
public sealed class DeskTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 11, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("alarms-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "alarms.db");

    [Fact]
    public void Restart_KeepsEveryStep_AndRaisesNothingTwice()
    {
        Guid id;
        using (var desk = new AlarmDesk(new AlarmFile(Path)))
        {
            desk.Take([Fault(true, Noon)], Noon, NoRoom);
            id = Assert.Single(desk.Open).Id;
            desk.Answer(id, alarm => alarm.Acknowledge("Léa", Noon.AddMinutes(4)));
        }

        using (var desk = new AlarmDesk(new AlarmFile(Path)))
        {
            var alarm = Assert.Single(desk.Open);
            Assert.Equal((id, "Léa", Noon.AddMinutes(4), 12.5, AlarmState.Acknowledged), (alarm.Id, alarm.AcknowledgedBy, alarm.AcknowledgedAt, alarm.Value, alarm.State));
            desk.Take([Fault(true, Noon.AddMinutes(5))], Noon.AddMinutes(5), NoRoom);
            Assert.Single(desk.Open);
            desk.Take([Fault(false, Noon.AddHours(1))], Noon.AddHours(1), NoRoom);
            desk.Answer(id, one => one.Close("Léa", ClosureReason.Repaired, "électrode remplacée", Noon.AddHours(2)));
            Assert.Empty(desk.Open);
        }

        using (var desk = new AlarmDesk(new AlarmFile(Path)))
        {
            Assert.Empty(desk.Open);
            var alarm = Assert.Single(desk.Raised(Noon, Noon.AddDays(1), 10));
            Assert.Equal((AlarmState.Closed, ClosureReason.Repaired, "électrode remplacée"), (alarm.State, alarm.Closure, alarm.Note));
            Assert.Empty(desk.Raised(Noon.AddSeconds(1), Noon.AddDays(1), 10));
        }
    }

    [Fact]
    public void Restart_AfterItTurnedWorse_StillAsksWhoTakesIt()
    {
        using (var desk = new AlarmDesk(new AlarmFile(Path)))
        {
            desk.Take([Fault(true, Noon)], Noon, NoRoom);
            desk.Answer(desk.Open[0].Id, alarm => alarm.Acknowledge("Léa", Noon.AddMinutes(4)));
            desk.Take([Fault(true, Noon.AddHours(8)) with { Severity = Severity.P1 }], Noon.AddHours(8), NoRoom);
        }

        using (var desk = new AlarmDesk(new AlarmFile(Path)))
        {
            var alarm = Assert.Single(desk.Open);
            Assert.Equal((AlarmState.Raised, "Léa", Severity.P2, Noon.AddHours(8)), (alarm.State, alarm.AcknowledgedBy, alarm.AcknowledgedSeverity, alarm.WorsenedAt));
        }
    }

    /// <summary>A file of the version before, with an alarm that somebody took charge of: it stays taken.</summary>
    [Fact]
    public void File_OfTheVersionBefore_KeepsWhatIsTakenInCharge()
    {
        using (var desk = new AlarmDesk(new AlarmFile(Path)))
        {
            desk.Take([Fault(true, Noon)], Noon, NoRoom);
            desk.Answer(desk.Open[0].Id, alarm => alarm.Acknowledge("Léa", Noon.AddMinutes(4)));
        }

        using (var old = new SqliteConnection($"Data Source={Path};Pooling=False"))
        {
            old.Open();
            using var back = new SqliteCommand("ALTER TABLE alarms DROP COLUMN WorsenedMs; ALTER TABLE alarms DROP COLUMN AcknowledgedSeverity; PRAGMA user_version = 1;", old);
            back.ExecuteNonQuery();
        }

        // A connection kept in the pool still knows the table as it was.
        SqliteConnection.ClearAllPools();

        using var now = new AlarmDesk(new AlarmFile(Path));
        Assert.Equal((AlarmState.Acknowledged, Severity.P2), (Assert.Single(now.Open).State, now.Open[0].AcknowledgedSeverity));
    }

    [Fact]
    public void News_TellsEachStepOnce_AfterItIsKept()
    {
        using var desk = new AlarmDesk(new AlarmFile(Path));
        var told = new List<string>();
        using var listening = desk.News.Subscribe(news =>
        {
            using var reader = new SqliteConnection($"Data Source={Path}");
            reader.Open();
            using var count = new SqliteCommand("SELECT COUNT(*) FROM alarms", reader);
            told.Add($"{news.Now.State} {(news.Calls ? "calls" : news.Restores ? "restores" : "-")} {count.ExecuteScalar()}");
        });

        desk.Take([Fault(true, Noon)], Noon, NoRoom);
        desk.Take([], Noon.AddMinutes(1), NoRoom);
        desk.Answer(desk.Open[0].Id, alarm => alarm.Acknowledge("Léa", Noon.AddMinutes(4)));
        desk.Take([Fault(true, Noon.AddMinutes(5)) with { Severity = Severity.P1 }], Noon.AddMinutes(5), NoRoom);
        desk.Take([Fault(false, Noon.AddHours(1))], Noon.AddHours(1), NoRoom);

        Assert.Equal(["Raised calls 1", "Acknowledged - 1", "Raised calls 1", "Cleared restores 1"], told);
    }

    [Fact]
    public void NewerFile_IsRefusedWithWhatToDo()
    {
        using (var connection = new SqliteConnection($"Data Source={Path}"))
        {
            connection.Open();
            using var raise = new SqliteCommand("PRAGMA user_version = 99", connection);
            raise.ExecuteNonQuery();
        }

        var wrong = Assert.Throws<StoreFileException>(() => new AlarmFile(Path));
        Assert.Contains("newer version", wrong.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static EquipmentId? NoRoom(EquipmentId equipment) => null;

    private static Condition Fault(bool holds, DateTimeOffset at) =>
        new(AlarmKind.BurnerFault, AlarmSource.Of(new EquipmentId("v", "gw", "chaufferie")), holds, Severity.P2, at, at, 12.5, null);
}
