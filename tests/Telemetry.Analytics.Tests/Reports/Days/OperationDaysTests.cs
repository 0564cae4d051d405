using Telemetry.Analytics.History;
using Telemetry.Analytics.History.Sqlite;
using Telemetry.Analytics.Indicators.Boilers;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Indicators.Operation;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports.Days;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

#pragma warning disable CA5394 // Histories that look like chance and are the same each time.

namespace Telemetry.Analytics.Tests.Reports.Days;

/// <summary>A period is the sum of its kept days: to the last digit what the whole series says, whatever comes late.</summary>
public sealed class OperationDaysTests : IDisposable
{
    private const int Length = 8;
    private static readonly DateOnly First = new(2026, 10, 20);
    private static readonly EquipmentId Boiler = new("valmont", "gw", "chaufferie");
    private static readonly string[] Names = ["burner.state", "return.temperature", "flow.temperature", "flow.temperature.sp", "pump.state", "programme.level", "programme.writes"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("days-");
    private readonly Random _random = new(20261126);
    private SqliteHistory _history;
    private SqliteRollUps _store;

    public OperationDaysTests() => (_history, _store) = Open();

    // Over the last Sunday of October: a day of 25 hours is among them.
    private static DateTimeOffset Start => CivilDays.Start(First, SmallTown.Paris);

    private static DateTimeOffset End => CivilDays.Start(First.AddDays(Length), SmallTown.Paris);

    [Fact]
    public void Of_DaysAddedUp_IsWhatTheWholeSeriesSays()
    {
        StoreAll();

        Agrees(Days());
        Assert.True(Days().Of(Room, Start, End).Burner.Starts > 20, "The series says nothing.");
    }

    [Fact]
    public void Of_PartsOfDays_IsWhatTheWholeSeriesSays()
    {
        StoreAll();

        Agrees(Days(), Start.AddHours(7.3), End.AddHours(-31));
    }

    [Fact]
    public void Of_AfterARestart_ComesFromTheDisk()
    {
        StoreAll();
        var before = Days().Of(Room, Start, End);
        Reopen();
        var again = Days();

        Assert.Equal(before, again.Of(Room, Start, End));
        Assert.Equal(0, again.Computed);
    }

    [Fact]
    public void Of_LateSamples_MendTheirDays()
    {
        var all = Names.SelectMany(Series).ToList();
        bool InHole(Sample sample) => sample.Point.Name is "burner.state" or "flow.temperature" && sample.At >= Start.AddHours(60) && sample.At < Start.AddHours(75);
        Store(all.Where(sample => !InHole(sample)));
        var days = Days();
        var without = days.Of(Room, Start, End);
        var computed = days.Computed;

        Store(all.Where(InHole));
        Agrees(days);
        Assert.NotEqual(without, days.Of(Room, Start, End));
        Assert.InRange(days.Computed - computed, 1, 3);
    }

    [Fact]
    public void Of_ADayThatMayStillGrow_IsNotKept()
    {
        Store(Names.SelectMany(Series).Where(sample => sample.At < End.AddHours(-2)));
        var days = Days();
        days.Of(Room, Start, End);
        var computed = days.Computed;
        Store(Names.SelectMany(Series).Where(sample => sample.At >= End.AddHours(-2)));

        Agrees(days);
        Assert.Equal(1, days.Computed - computed);
    }

    [Fact]
    public void Thin_OfARoom_SaysTheSameOfComfort()
    {
        var room = new PointId(Boiler, "room.temperature");
        var samples = RoomSeries(room).ToList();
        Store(samples);
        var thin = Days().Thin(room, Start, End);
        Openings(out var openings, out var plan);

        Assert.InRange(thin.Count, 1000, samples.Count / 3);
        Assert.Equal(ComfortOnTime.Of(samples, openings, Start, End).Value, ComfortOnTime.Of(thin, openings, Start, End).Value);
        Assert.Equal(OptimumStartError.Of(samples, openings, Start, End).Value, OptimumStartError.Of(thin, openings, Start, End).Value);
        Assert.Equal(Telemetry.Analytics.Reports.Operation.Hours(samples, Start, End), Telemetry.Analytics.Reports.Operation.Hours(thin, Start, End));
        var (whole, less) = (RoomExcess.Of(samples, plan, Start, End, TimeSpan.FromHours(1)), RoomExcess.Of(thin, plan, Start, End, TimeSpan.FromHours(1)));
        Assert.Equal(whole.Discomfort.Value, less.Discomfort.Value, 1e-9);
        Assert.Equal(whole.UnoccupiedExcess.Value, less.UnoccupiedExcess.Value, 1e-9);
        Assert.Equal(whole.Discomfort.Coverage, less.Discomfort.Coverage, 1e-9);
        Assert.True(whole.Discomfort.Value > 1, "The room was never cold.");
    }

    /// <summary>A controller that tells no flame, and two boilers that tell what they give: their starts together, over the hours of both.</summary>
    [Fact]
    public void Of_BoilersBehindTheController_TheirBurnersTogether()
    {
        Equipment[] boilers = [.. new[] { "chaudiere-1", "chaudiere-2" }.Select(name => new Equipment { Id = Boiler with { Device = name }, BuildingId = "ecole", Name = name, Kind = EquipmentKind.Boiler, Model = "" })];
        var elsewhere = new Equipment { Id = Boiler with { Gateway = "gw-2", Device = "chaudiere-1" }, BuildingId = "ecole", Name = "", Kind = EquipmentKind.Boiler, Model = "" };
        Equipment[] all = [Room, .. boilers, elsewhere];
        var town = new OneRoom(new Town
        {
            Equipment = all,
            Points = [.. all.Skip(1).SelectMany(one => new[] { "power.percent", "return.temperature" }.Select(name => new Point { Id = new(one.Id, name), Quantity = Quantity.Dimensionless, Unit = "", Heartbeat = TimeSpan.FromMinutes(1) }))],
        });
        // The first burns a quarter of an hour of each hour with a return of 50 °C, the second half an hour of each other hour with 60 °C.
        IEnumerable<Sample> Of(Equipment one, int every, int minutes, double back) => Enumerable.Range(-60, (24 * 60) + 60).SelectMany(minute => new[]
        {
            new Sample(new(one.Id, "power.percent"), Start.AddMinutes(minute), ((minute + 600) % every) < minutes ? 40 : 0, Quality.Good),
            new Sample(new(one.Id, "return.temperature"), Start.AddMinutes(minute), back, Quality.Good),
        });
        Store([.. Of(boilers[0], 60, 15, 50), .. Of(boilers[1], 120, 30, 60)]);
        var days = new OperationDays(_history, town, new KeptDays(_history, _store, SmallTown.Paris, new SetClock(End.AddDays(1))), SmallTown.Paris);

        var (burners, sums) = (days.BurnersOf(Room), days.Of(Room, Start, Start.AddDays(1)));
        var starts = BurnerStarts.Of(sums.Burner, Start, Start.AddDays(1), burners.Count);
        Assert.Equal(boilers, burners);
        Assert.Equal((36.0 / 48, 1.0), (starts.PerHour.Value, Math.Round(starts.PerHour.Coverage, 2)));
        Assert.Equal(20, starts.MeanRun.Value, 1e-9);
        Assert.Equal((0.5, 1.0), (CondensingShare.Of(sums.Condensing, Start, Start.AddDays(1), 2).Value, Math.Round(CondensingShare.Of(sums.Condensing, Start, Start.AddDays(1), 2).Coverage, 2)));
    }

    public void Dispose()
    {
        _store.Dispose();
        _history.Dispose();
        _folder.Delete(recursive: true);
    }

    private static Equipment Room { get; } = new() { Id = Boiler, BuildingId = "ecole", Name = "Chaufferie", Kind = EquipmentKind.BoilerRoom, Model = "" };

    private void Agrees(OperationDays days) => Agrees(days, Start, End);

    private void Agrees(OperationDays days, DateTimeOffset from, DateTimeOffset to)
    {
        IReadOnlyList<Sample> Whole(string name) => [.. new[] { _history.LastBefore(new PointId(Boiler, name), from) }.OfType<Sample>(), .. _history.Read(new PointId(Boiler, name), from, to)];
        var (sums, hour, beats) = (days.Of(Room, from, to), TimeSpan.FromHours(1), TimeSpan.FromMinutes(3));
        var starts = BurnerStarts.Of(Whole("burner.state"), from, to, beats);
        Same(starts.PerHour, BurnerStarts.Of(sums.Burner, from, to).PerHour);
        Same(starts.MeanRun, BurnerStarts.Of(sums.Burner, from, to).MeanRun);
        Same(ForcedTime.Hours(Whole("programme.level"), from, to, beats), ForcedTime.Of(sums.Forced, from, to));
        Same(KnownShare.Of(Whole("flow.temperature"), from, to, beats), KnownShare.Of(sums.InSight, from, to));
        Same(RegulationError.Of(Whole("flow.temperature"), Whole("flow.temperature.sp"), Whole("pump.state"), from, to, hour), RegulationError.Of(sums.Regulation, from, to));
        var (burns, degrees) = (false, double.NaN);
        var moments = new List<BurnerSample>();
        foreach (var sample in Whole("burner.state").Concat(Whole("return.temperature")).OrderBy(sample => sample.At))
        {
            (burns, degrees) = sample.Point.Name == "burner.state" ? (!sample.Quality.IsBad && sample.Value > 0, degrees) : (burns, sample.Quality.IsBad ? double.NaN : sample.Value);
            moments.Add(new BurnerSample(sample.At, burns, degrees));
        }

        Same(CondensingShare.Of(moments, from, to, hour), CondensingShare.Of(sums.Condensing, from, to));
        Assert.Equal(_history.Read(new PointId(Boiler, "programme.writes"), from, to).Where(sample => !sample.Quality.IsBad).Max(sample => sample.Value), sums.MostWrites);
        Assert.True(double.IsNaN(sums.MostRepairs));
    }

    private static void Same(Telemetry.Analytics.Indicators.Figure expected, Telemetry.Analytics.Indicators.Figure found)
    {
        Assert.Equal((expected.Problem, expected.Unit), (found.Problem, found.Unit));
        Assert.Equal(expected.Value, found.Value, 1e-9);
        Assert.Equal(expected.Coverage, found.Coverage, 1e-9);
        Assert.Equal(expected.Lines.Select(line => (line.Label, Math.Round(line.Result, 9))), found.Lines.Select(line => (line.Label, Math.Round(line.Result, 9))));
    }

    private void StoreAll() => Store(Names.SelectMany(Series));

    // From two days before to a day after, every half minute, with holes, bad values and changes that the seed decides; the same each time it is asked for.
    private static IEnumerable<Sample> Series(string name)
    {
        var random = new Random(name.Length);
        var (value, quiet) = (0.0, 0);
        for (var at = Start.AddDays(-2).AddSeconds(name.Length); at < End.AddDays(1); at = at.AddSeconds(30))
        {
            quiet = quiet > 0 ? quiet - 1 : random.Next(900) == 0 ? random.Next(400) : 0;
            value = random.Next(25) == 0 ? Next(name, random) : value;
            if (quiet == 0)
            {
                var bad = random.Next(300) == 0;
                yield return new Sample(new PointId(Boiler, name), at, bad ? double.NaN : value, bad ? Quality.NoAnswer : Quality.Good);
            }
        }
    }

    private static double Next(string name, Random random) => name switch
    {
        "burner.state" or "pump.state" => random.Next(2),
        "programme.level" => random.Next(2, 10),
        "programme.writes" => random.Next(30),
        _ => Math.Round(35 + (40 * random.NextDouble()), 1),
    };

    private IEnumerable<Sample> RoomSeries(PointId room)
    {
        for (var at = Start.AddSeconds(7); at < End; at = at.AddSeconds(30))
        {
            var hour = (at - Start).TotalHours % 24;
            if (hour is < 13.2 or > 14.9)
            {
                yield return new Sample(room, at, Math.Round(17 + Math.Min(2.5, Math.Max(0, hour - 5) * 0.9) + (0.04 * _random.NextDouble()), 1), Quality.Good);
            }
        }
    }

    private static void Openings(out List<Opening> openings, out List<Occupancy> plan)
    {
        (openings, plan) = ([], []);
        for (var day = 0; day < Length; day++)
        {
            var at = CivilDays.Start(First.AddDays(day), SmallTown.Paris);
            openings.Add(new(at.AddHours(7.5), 19));
            plan.Add(new(at, at.AddHours(7.5), false, 16, 16));
            plan.Add(new(at.AddHours(7.5), at.AddHours(18), true, 21, 16));
            plan.Add(new(at.AddHours(18), CivilDays.Start(First.AddDays(day + 1), SmallTown.Paris), false, 16, 16));
        }
    }

    private OperationDays Days() => new(_history, new OneRoom(Alone), new KeptDays(_history, _store, SmallTown.Paris, new SetClock(End.AddDays(1))), SmallTown.Paris);

    private void Store(IEnumerable<Sample> samples)
    {
        foreach (var part in samples.Chunk(20_000))
        {
            _history.Append(new Batch("valmont/gw", "", 0, 0, part));
        }
    }

    private (SqliteHistory History, SqliteRollUps Store) Open()
    {
        var history = new SqliteHistory(Path.Combine(_folder.FullName, "history.db"));
        return (history, new SqliteRollUps(Path.Combine(_folder.FullName, "hours.db"), history));
    }

    private void Reopen()
    {
        _store.Dispose();
        _history.Dispose();
        (_history, _store) = Open();
    }

    private static Town Alone { get; } = new()
    {
        Equipment = [Room],
        Points = [.. Names.Select(name => new Point { Id = new(Boiler, name), Quantity = Quantity.Dimensionless, Unit = "", Heartbeat = TimeSpan.FromMinutes(1) })],
    };

    private sealed class OneRoom(Town town) : ITownRegistry
    {
        public Town Current { get; } = town;
    }
}
