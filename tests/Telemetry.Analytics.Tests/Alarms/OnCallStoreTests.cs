using Microsoft.Data.Sqlite;
using Telemetry.Analytics.Alarms.OnCall;
using Telemetry.Analytics.Alarms.Store;
using Telemetry.Model.Alarms;

namespace Telemetry.Analytics.Tests.Alarms;

/// <summary>Rota, calls, messages and browsers on the disk, within their bounds.</summary>
public sealed class OnCallStoreTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 11, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("oncall-");

    private OnCallStore Open() => new(new AlarmFile(Path.Combine(_folder.FullName, "alarms.db")), new SetClock(Noon));

    [Fact]
    public void Restart_KeepsPeopleShiftsCallsAndMessages()
    {
        var (lea, alarm) = (new Person(Guid.NewGuid(), "Léa", "lea@v.example", "technicien"), Guid.NewGuid());
        var store = Open();
        store.Put(lea);
        store.Put(new Shift(Guid.NewGuid(), lea.Id, 1, Noon, Noon.AddDays(7)));
        store.Take([new Call(alarm, 0, Severity.P1, 1, Noon, "Léa")], [New(1)]);

        store = Open();
        Assert.Equal((lea, 1), (store.Rota.OnDuty(1, Noon), store.Rota.Shifts.Count));
        Assert.Equal((alarm, 1, "Léa"), store.Calls([alarm]).Select(call => (call.Alarm, call.Step, call.Person)).Single());
        Assert.Empty(store.Calls([Guid.NewGuid()]));
        Assert.Equal("s1", Assert.Single(store.Waiting("mail", Noon, 10)).Subject);
        Assert.Empty(store.Waiting("push", Noon, 10));
        Assert.Empty(store.Waiting("mail", Noon.AddSeconds(-1), 10));
    }

    [Fact]
    public void TheSameStep_Twice_IsRefused_WithItsMessages()
    {
        var store = Open();
        var call = new Call(Guid.NewGuid(), 0, Severity.P1, 1, Noon, "Léa");
        store.Take([call], [New(1)]);

        Assert.ThrowsAny<Exception>(() => store.Take([call], [New(2)]));
        Assert.Single(store.Latest(10));
    }

    [Fact]
    public void Sent_IsWaitedForNoMore_AndItsRecordStays()
    {
        var store = Open();
        store.Take([], [New(1)]);
        store.Keep(store.Waiting("mail", Noon, 10)[0] with { Tries = 1, NextTry = null, SentAt = Noon.AddSeconds(2) });

        Assert.Empty(store.Waiting("mail", Noon.AddYears(1), 10));
        Assert.Equal((1, Noon.AddSeconds(2)), store.Latest(10).Select(message => (message.Tries, message.SentAt!.Value)).Single());
    }

    [Fact]
    public void TooManyWaiting_TheOldestAreGivenUp_AndSaidSo()
    {
        var store = Open();
        store.Take([], [.. Enumerable.Range(0, OnCallStore.MostWaiting).Select(New)]);
        store.Take([], [New(5000), New(5001), New(5002)]);

        Assert.Equal(OnCallStore.MostWaiting, store.Waiting("mail", Noon, 5000).Count);
        Assert.Equal(3, store.Latest(5000).Count(message => message.NextTry is null && message.Trouble.Contains("too many", StringComparison.Ordinal)));
        Assert.Equal("s3", store.Waiting("mail", Noon, 1)[0].Subject);
    }

    [Fact]
    public void Browsers_OneOwnerEach_TenAnAccount()
    {
        var store = Open();
        for (var number = 0; number < 12; number++)
        {
            store.Put(new Subscription($"https://push.example/{number}", "technicien", "k", "a"));
        }

        Assert.Equal(OnCallStore.MostBrowsers, store.Of("technicien").Count);
        var first = store.Of("technicien")[0];
        store.Put(first with { Account = "admin" });
        Assert.Equal((9, 1), (store.Of("technicien").Count, store.Of("admin").Count));
        store.Remove(first.Endpoint);
        Assert.Empty(store.Of("admin"));
    }

    [Fact]
    public void Person_Removed_TakesTheComingShiftsAlong()
    {
        var (store, lea) = (Open(), new Person(Guid.NewGuid(), "Léa", "lea@v.example", ""));
        store.Put(lea);
        store.Put(new Shift(Guid.NewGuid(), lea.Id, 1, Noon.AddDays(-14), Noon.AddDays(-7)));
        store.Put(new Shift(Guid.NewGuid(), lea.Id, 1, Noon.AddDays(-1), Noon.AddDays(7)));

        store.Remove(lea.Id);

        Assert.Equal((0, 1), (store.Rota.People.Count, store.Rota.Shifts.Count));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static Message New(int number) => new()
    {
        Channel = "mail", Address = "lea@v.example", Person = "Léa", Subject = $"s{number}", Body = "b", Alarms = [Guid.Empty], MadeAt = Noon, NextTry = Noon,
    };
}
