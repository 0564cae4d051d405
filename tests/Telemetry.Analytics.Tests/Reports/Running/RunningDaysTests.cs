using System.Reactive.Concurrency;
using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Reports;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Analytics.Reports.Running;
using Telemetry.Analytics.Tests.Imports;
using Telemetry.Model.Energy;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.Reports.Running;

/// <summary>The running day on the stream: the same as recomputed, with base load and what is expected by now.</summary>
public sealed class RunningDaysTests : IDisposable
{
    private static readonly TimeZoneInfo Paris = SmallTown.Paris;
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);
    private static readonly Point Meter = SmallTown.Register("elec");
    private static readonly Point Outside = new() { Id = new PointId(Meter.Id.Equipment, "outdoor.temperature"), Quantity = Quantity.Temperature, Unit = "°C", Heartbeat = TimeSpan.FromMinutes(10) };
    private readonly SmallTown _town = new(Now);
    private readonly ImportBench _files = new();
    private readonly RegisterHours _hours;
    private readonly HistoricalScheduler _scheduler = new(Now);
    private readonly RunningDays _days;

    public RunningDaysTests()
    {
        _hours = new RegisterHours(_town.History, _town.News, Paris);
        var estate = new EstateReport(_town.Registry, (_hours, new EnergyFigures(_hours, Paris), _town.History), _files.Store, FactorFile.Shipped, new EstateOptions(Paris, null), _town.Clock);
        _days = new RunningDays(new Fresh(_town), estate, _town.Registry, (_town.Live, _town.History), _town.Clock, _scheduler);
        _town.Add("ecole");
        _town.Add("ecole", "elec", Meter, Outside);
        _town.Run(Meter, CivilDays.Start(new(2026, 9, 20), Paris), Now, perHour: 2);
    }

    [Fact]
    public void Now_YearThatUsedTheSame_ExpectsTheSame()
    {
        AYear();
        _town.Store(new Sample(Outside.Id, Now.AddHours(-3), 8, Quality.Good));

        var day = Assert.Single(_days.Now());

        Assert.Equal(42, day.Energy.Value, 1e-6);
        Assert.Equal(42 * 0.0461, day.Carbon.Value, 1e-6);
        Assert.Equal(2, day.BaseLoad.Value, 1e-6);
        Assert.Equal(42, day.Expected.Value, 0.01);
        Assert.Equal(0, day.Deviation, 1e-3);
    }

    [Fact]
    public void Changes_ReadingsCome_ShowWhatARecomputationGives()
    {
        AYear();
        _town.Store(new Sample(Outside.Id, Now.AddHours(-3), 8, Quality.Good));
        var pictures = new List<IReadOnlyList<RunningDay>>();
        using var subscription = _days.Changes.Subscribe(pictures.Add);

        // An hour that uses 20 kWh, read every ten minutes; another point says nothing of the day.
        var start = _town.History.LastBefore(Meter.Id, Now.AddSeconds(1))!.Value.Value;
        for (var step = 1; step <= 6; step++)
        {
            _town.Clock.Now = Now.AddMinutes(10 * step);
            var sample = new Sample(Meter.Id, _town.Clock.Now, start + (20 * step / 6.0), Quality.Good);
            _town.Store(sample);
            _town.Live.Offer(sample);
            _scheduler.AdvanceBy(TimeSpan.FromSeconds(2));

            var day = pictures[^1].Single();
            var again = _town.Figures.Building(day.Building);
            Assert.Equal(step, pictures.Count);
            Assert.Equal(again.Today.Total.Value, day.Energy.Value);
            Assert.Equal(again.CarbonToday.Value, day.Carbon.Value);
            Assert.Equal(42 + (20 * step / 6.0), day.Energy.Value, 1e-6);
        }

        _town.Live.Offer(new Sample(SmallTown.Power("elec").Id, _town.Clock.Now, 5, Quality.Good));
        _scheduler.AdvanceBy(TimeSpan.FromSeconds(10));

        Assert.Equal(6, pictures.Count);
        Assert.Equal((62 / 44.0) - 1, pictures[^1].Single().Deviation, 1e-3);
    }

    [Fact]
    public void Now_WithoutAYearOrWithoutASensor_SaysWhyNothingIsExpected()
    {
        Assert.Equal(FigureProblem.NoModel, _days.Now().Single().Expected.Problem);
        Assert.True(double.IsNaN(_days.Now().Single().Deviation));

        _town.Clock.Now = Now.AddDays(1);
        AYear();
        _town.Run(Meter, Now.AddMinutes(10), Now.AddDays(1), perHour: 2, start: _town.History.LastBefore(Meter.Id, Now.AddSeconds(1))!.Value.Value + (2 / 6.0));

        var day = _days.Now().Single();

        Assert.Equal((FigureProblem.NoReading, "outdoor.temperature"), (day.Expected.Problem, Assert.Single(day.Expected.Missing)));
        Assert.Equal(42, day.Energy.Value, 1e-6);
    }

    public void Dispose()
    {
        _hours.Dispose();
        _town.Dispose();
        _files.Dispose();
    }

    /// <summary>48 kWh a day until the meter came, and a year of weather that changes nothing.</summary>
    private void AYear()
    {
        Take("date;kWh\n" + string.Join('\n', Enumerable.Range(0, 330).Select(day => $"{new DateOnly(2025, 10, 25).AddDays(day):yyyy-MM-dd};48")),
            "kind: energy\ntime: { column: date, step: 1d }\nvalues: [ { column: kWh, unit: kWh, building: ecole, carrier: Electricity } ]");
        Take("date;tn;tx\n" + string.Join('\n', Enumerable.Range(0, 400).Select(day => FormattableString.Invariant($"{new DateOnly(2025, 10, 20).AddDays(day):yyyy-MM-dd};{5 - (8 * Math.Cos(day / 58.0)):0.##};{9 - (8 * Math.Cos(day / 58.0)):0.##}"))),
            "kind: weather\ntime: { column: date, step: 1d }\nvalues: [ { column: tn, station: x, what: tn }, { column: tx, station: x, what: tx } ]");
    }

    private void Take(string text, string yaml) => Assert.Empty(_files.Run(_files.File(text), yaml).Refused);

    /// <summary>The real figures, computed anew at each call instead of every two seconds.</summary>
    private sealed class Fresh(SmallTown town) : IFigures
    {
        public TimeZoneInfo Zone => Paris;

        public BuildingFigures Building(Building building) => town.Figures.Building(building);

        public TownFigures Town() => town.Figures.Town();

        public ItFigures It() => town.Figures.It();

        public IReadOnlyList<Figure> Hourly(Building building, Carrier carrier, DateTimeOffset from, DateTimeOffset to) => town.Figures.Hourly(building, carrier, from, to);
    }
}
