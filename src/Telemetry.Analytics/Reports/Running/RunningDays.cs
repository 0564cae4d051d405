using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Telemetry.Analytics.History;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Baseline;
using Telemetry.Analytics.Indicators.Calendar;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Indicators.Load;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Analytics.Streams;
using Telemetry.Model.Energy;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Running;

/// <summary>The running days, from the same functions as every other figure: what the stream shows is what a recomputation gives at that instant.</summary>
internal sealed class RunningDays(IFigures figures, IEstate estate, ITownRegistry registry, (ILiveValues Live, IHistory History) values, TimeProvider clock, IScheduler? scheduler = null) : IRunningDays
{
    private const string OutdoorName = "outdoor.temperature";
    private const int LoadDays = 28;
    private const int ProfileDays = 56;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    // What the days before today say of a building: it moves at midnight and with late readings only.
    private readonly Cached<string> _before = new(TimeSpan.FromMinutes(10), TimeProvider.System);

    /// <inheritdoc />
    public IObservable<IReadOnlyList<RunningDay>> Changes =>
        values.Live.Samples.Where(sample => Matters(sample.Point)).Sample(Pace, scheduler ?? DefaultScheduler.Instance).Select(_ => Now());

    /// <inheritdoc />
    public IReadOnlyList<RunningDay> Now()
    {
        var now = clock.GetUtcNow();
        return [.. figures.Town().Buildings.Select(building => Of(building, now))];
    }

    private bool Matters(PointId id) => id.Name == OutdoorName
        || registry.Current.Points.FirstOrDefault(point => point.Id == id) is { Accumulation: Accumulation.Counter, MeterRole: MeterRole.Main };

    private RunningDay Of(BuildingFigures one, DateTimeOffset now)
    {
        var today = CivilDays.Of(now, figures.Zone);
        var before = _before.Get(FormattableString.Invariant($"{one.Building.Municipality}/{one.Building.Id}/{today:O}"), () => Before.Of(one.Building, today, figures, estate));
        var (expected, deviation) = Expect(one, before, today, now);
        return new RunningDay { Building = one.Building, Energy = one.Today.Total, Carbon = one.CarbonToday, BaseLoad = before.BaseLoad, Expected = expected, Deviation = deviation };
    }

    private (Figure Expected, double Deviation) Expect(BuildingFigures one, Before before, DateOnly today, DateTimeOffset now)
    {
        var midnight = CivilDays.Start(today, figures.Zone);
        Figure Refused(FigureProblem why) => Figure.Refused("kWh", midnight, now, why);
        if (one.Today.ByCarrier.GetValueOrDefault(Carrier.Electricity) is not { } used)
        {
            return (Refused(FigureProblem.NoMeter), double.NaN);
        }

        if (before.Model is not { } model || used.Problem != FigureProblem.None)
        {
            return (Refused(used.Problem != FigureProblem.None ? used.Problem : FigureProblem.NoModel), double.NaN);
        }

        if (MeanOutdoor(one.Building, midnight, now) is not { } mean)
        {
            return (Refused(FigureProblem.NoReading) with { Missing = [OutdoorName] }, double.NaN);
        }

        var local = TimeZoneInfo.ConvertTime(now, figures.Zone);
        var sofar = ExpectedSoFar.Of(model, before.Profile, today.DayOfWeek, local.TimeOfDay.TotalHours, mean, used.Value);
        return double.IsFinite(sofar.Expected) && sofar.Expected > 0
            ? (used with { Value = sofar.Expected, Estimated = 0, Lines = [new FigureLine("Expected", sofar.Expected, "kWh", null, sofar.Expected)] }, sofar.Deviation)
            : (Refused(FigureProblem.TooFewPoints), double.NaN);
    }

    /// <summary>Mean outdoor temperature since midnight by the building's own sensor, else by any of the municipality; null without one.</summary>
    private double? MeanOutdoor(Building building, DateTimeOffset midnight, DateTimeOffset now)
    {
        var town = registry.Current;
        var own = town.Equipment.Where(equipment => equipment.BuildingId == building.Id).Select(equipment => equipment.Id).ToHashSet();
        var sensors = town.Points.Where(point => point.Id.Name == OutdoorName && point.Id.Equipment.Municipality == building.Municipality)
            .OrderByDescending(point => own.Contains(point.Id.Equipment));
        foreach (var sensor in sensors)
        {
            var known = values.History.Read(sensor.Id, midnight, now).Where(sample => !sample.Quality.IsBad).Select(sample => sample.Value).ToList();
            if (known.Count > 0)
            {
                return known.Average();
            }
        }

        return null;
    }

    /// <summary>What the days before today say.</summary>
    private sealed record Before(Figure BaseLoad, LoadProfile Profile, TemperatureModel? Model)
    {
        internal static Before Of(Building building, DateOnly today, IFigures figures, IEstate estate)
        {
            HourlyLoad Load(int days)
            {
                var grid = new HourGrid(today.AddDays(-days), today, figures.Zone);
                return new HourlyLoad(grid, [.. figures.Hourly(building, Carrier.Electricity, grid.Start, grid.End).Select(hour => hour.Problem == FigureProblem.None ? hour.Value : double.NaN)]);
            }

            return new Before(Indicators.Load.BaseLoad.LastFourWeeks(Load(LoadDays)), new LoadProfile(Load(ProfileDays)), estate.Baseline(building, Carrier.Electricity));
        }
    }
}
