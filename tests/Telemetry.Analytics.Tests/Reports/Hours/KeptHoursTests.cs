using Telemetry.Analytics.History;
using Telemetry.Analytics.History.Sqlite;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Reports;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.Reports.Hours;

/// <summary>Hours kept on the disk are always what the readings say now, whatever comes late and whoever is killed.</summary>
public sealed class KeptHoursTests : IDisposable
{
    private static readonly DateOnly First = new(2026, 10, 19);
    private static readonly Point Meter = SmallTown.Register("elec");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hours-");
    private readonly HistoryNews _news = new();
    private SqliteHistory _history;
    private SqliteRollUps _store;

    public KeptHoursTests() => (_history, _store) = Open();

    private static DateTimeOffset Start => CivilDays.Start(First, SmallTown.Paris);

    private static DateTimeOffset Now => Start.AddDays(14);

    [Fact]
    public void Of_AfterARestart_ComesFromTheDiskWithTheSameNumbers()
    {
        Store(Every(Start, Now, 10));
        var before = Days(Hours());
        Reopen();
        var again = Hours();

        Assert.Equal(before, Days(again));
        Assert.InRange(again.Computed, 0, 1);
    }

    [Fact]
    public void Of_LateReadings_MendExactlyTheirDays()
    {
        var all = Every(Start, Now, 10).ToList();
        bool InHole(Sample sample) => sample.At >= Start.AddDays(4).AddHours(6) && sample.At < Start.AddDays(5).AddHours(9);
        Store(all.Where(sample => !InHole(sample)));
        using var hours = Hours();
        Days(hours);
        var computed = hours.Computed;

        Store(all.Where(InHole));
        var mended = Days(hours);

        // The two days of the hole; the day that never settles is computed each time.
        Assert.InRange(hours.Computed - computed, 2, 3);
        Assert.Equal(Days(Fresh()), mended);
        Assert.All(mended.Take(13), hour => Assert.Equal(1, hour.Coverage, 1e-9));
    }

    [Fact]
    public void Of_KilledAfterTheSamplesWereStored_IsMendedByTheNextProcess()
    {
        Store(Every(Start, Now, 10).Where(sample => sample.At.Hour != 12));
        Days(Hours());

        // Stored, and dead before anybody was told.
        _history.Append(new Batch("valmont/gw", "", 0, 0, [.. Every(Start.AddDays(2), Start.AddDays(3), 10)]));
        Reopen();

        Assert.Equal(Days(Fresh()), Days(Hours()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Of_AnyOrderOfArrival_EqualsAFreshComputation(int seed)
    {
#pragma warning disable CA5394 // A seed makes a failure repeatable.
        var chance = new Random(seed);
        var waiting = Every(Start, Now, chance.Next(2) == 0 ? 10 : 300).Where(_ => chance.NextDouble() > 0.2).ToList();
        var hours = Hours();
        while (waiting.Count > 0)
        {
            var from = chance.Next(3) == 0 ? 0 : chance.Next(waiting.Count);
            var batch = waiting.GetRange(from, Math.Min(waiting.Count - from, chance.Next(1, 400)));
            waiting.RemoveRange(from, batch.Count);
            var sudden = chance.Next(4) == 0;
            Store(batch.Select(sample => chance.NextDouble() > 0.02 ? sample : Sample.Missing(sample.Point, sample.At, Quality.NoAnswer)), told: !sudden);
            if (sudden)
            {
                hours.Dispose();
                Reopen();
                hours = Hours();
            }

            Assert.Equal(Days(Fresh()), Days(hours));
        }

        hours.Dispose();
#pragma warning restore CA5394
    }

    [Fact]
    public void Open_OfAnotherHistory_ThrowsAwayWhatIsKept()
    {
        Store(Every(Start, Now, 10));
        Days(Hours());
        Close();
        foreach (var file in _folder.GetFiles("history.db*"))
        {
            file.Delete();
        }

        (_history, _store) = Open();
        Store(Every(Start, Now, 10).Select(sample => sample with { Value = sample.Value * 2 }));

        Assert.Equal(Days(Fresh()), Days(Hours()));
    }

    [Fact]
    public void Open_DamagedFile_IsMadeAnew()
    {
        Store(Every(Start, Now, 10));
        Close();
        foreach (var file in _folder.GetFiles("hours.db*"))
        {
            file.Delete();
        }

        File.WriteAllText(Path.Combine(_folder.FullName, "hours.db"), new string('x', 5000));
        (_history, _store) = Open();

        Assert.Equal(Days(Fresh()), Days(Hours()));
    }

    public void Dispose()
    {
        Close();
        _folder.Delete(recursive: true);
    }

    private static IEnumerable<Sample> Every(DateTimeOffset from, DateTimeOffset to, int minutes) =>
        Enumerable.Range(0, (int)((to - from).TotalMinutes / minutes) + 1).Select(step => from.AddMinutes(minutes * step))
            .Select(at => new Sample(Meter.Id, at, ((at - Start).TotalHours * 6) + Math.Sin((at - Start).TotalHours), Quality.Good));

    private RegisterHours Hours() => new(_history, _news, SmallTown.Paris, _store);

    private RegisterHours Fresh() => new(_history, new HistoryNews(), SmallTown.Paris);

    private static List<Slice> Days(RegisterHours hours) =>
        [.. Enumerable.Range(0, 14).SelectMany(day => hours.Of(Meter, First.AddDays(day), Now))];

    private void Store(IEnumerable<Sample> samples, bool told = true)
    {
        List<Sample> all = [.. samples];
        _history.Append(new Batch("valmont/gw", "", 0, 0, all));
        if (told)
        {
            _news.Tell(all);
        }
    }

    private (SqliteHistory History, SqliteRollUps Store) Open()
    {
        var history = new SqliteHistory(Path.Combine(_folder.FullName, "history.db"));
        return (history, new SqliteRollUps(Path.Combine(_folder.FullName, "hours.db"), history));
    }

    private void Reopen()
    {
        Close();
        (_history, _store) = Open();
    }

    private void Close()
    {
        _store.Dispose();
        _history.Dispose();
    }
}
