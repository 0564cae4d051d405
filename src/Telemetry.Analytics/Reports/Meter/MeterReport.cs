using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Anomalies;
using Telemetry.Analytics.Indicators.Baseline;
using Telemetry.Analytics.Indicators.Calendar;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Indicators.Cost;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Indicators.Load;
using Telemetry.Analytics.Reports.Estate;

namespace Telemetry.Analytics.Reports.Meter;

/// <summary>The indicators of one meter from what it counted: the same functions as the centre's pages, without its files.</summary>
/// <param name="Figures">By name, in the order they are read; a figure that cannot be given is there, refused.</param>
/// <param name="Anomalies">What is worth a look in the period.</param>
/// <param name="Expectation">What the 365 days before the period make one expect; null without temperatures or without those days.</param>
public sealed record MeterReport(IReadOnlyList<(string Name, Figure Figure)> Figures, IReadOnlyList<Anomaly> Anomalies, Expectation? Expectation)
{
    private const int BaselineDays = 365;
    private const double LeastDay = 0.9;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Answers a question.</summary>
    /// <param name="intervals">What the meter counted, kWh, in time order, without overlap.</param>
    /// <param name="asked">The question.</param>
    public static MeterReport Of(IReadOnlyList<CounterInterval> intervals, MeterQuestion asked)
    {
        ArgumentNullException.ThrowIfNull(intervals);
        ArgumentNullException.ThrowIfNull(asked);
        var first = asked.From.AddDays(-BaselineDays - (int)ProfileSpread.Look.TotalDays);
        var grid = new HourGrid(first, asked.To, asked.Zone);

        // A day of 25 hours and a month of 31 days are no gaps.
        var longest = asked.Step > Hour ? 1.05 * asked.Step : Hour;
        var hours = ProfileSpread.Of(Slices.Cut(intervals, [.. Enumerable.Range(0, grid.Hours + 1).Select(grid.At)], longest), asked.Zone);
        var period = new HourGrid(asked.From, asked.To, asked.Zone);
        var inside = hours.Skip(grid.Hours - period.Hours).ToList();
        var load = HourlyLoad.Of(period, inside);
        var energy = Energy(load, inside);
        var expectation = Expect(Days(hours, grid), asked);
        return new MeterReport(
            [.. All(load, energy, asked), .. expectation is null ? [] : new[] { ("expected", expectation.Savings.Expected), ("avoided", expectation.Savings.Avoided) }],
            asked.Step > Hour ? [] : Anomaly.Rank(Found(load, asked)),
            expectation);
    }

    /// <summary>Energy whose coverage is time really measured and whose estimated part is said.</summary>
    private static Figure Energy(HourlyLoad load, List<Slice> hours) => LoadFigures.Of(load).Energy is { Problem: FigureProblem.None } energy
        ? energy with
        {
            Coverage = Math.Min(1, hours.Sum(hour => hour.Measured.TotalHours) / (energy.To - energy.From).TotalHours),
            Estimated = hours.Sum(hour => hour.Estimated),
        }
        : LoadFigures.Of(load).Energy;

    private static IEnumerable<(string Name, Figure Figure)> All(HourlyLoad load, Figure energy, MeterQuestion asked)
    {
        yield return ("energy", energy);
        yield return ("perSquareMetre", Intensity.Of(energy, asked.AreaM2, "m²"));
        yield return ("perInhabitant", Intensity.Of(energy, asked.Inhabitants, "inhabitant"));
        yield return ("carbon", Carbon(load, asked));
        if (asked.Step > Hour)
        {
            yield break;
        }

        var figures = LoadFigures.Of(load, asked.Calendar);
        yield return ("baseLoad", BaseLoad.LastFourWeeks(load));
        yield return ("nightShare", figures.NightShare);
        yield return ("nightMinimum", figures.NightMinimum);
        yield return ("closedEnergy", figures.ClosedEnergy);
        yield return ("closedShare", figures.ClosedShare);
        yield return ("closedDayShare", figures.ClosedDayShare);
        yield return ("peak", figures.Peak);
        yield return ("loadFactor", figures.LoadFactor);
        yield return ("peakOfSubscribed", SubscribedPower.Of(figures.Peak, asked.SubscribedKW, load.Grid.End - load.Grid.Start).Ratio);
    }

    /// <summary>Location-based, each civil year of the period with its own energy and factor.</summary>
    private static Figure Carbon(HourlyLoad load, MeterQuestion asked)
    {
        var activities = load.Grid.Days.Index().GroupBy(day => day.Item.Year).Select(year =>
        {
            var (from, to) = (load.Grid.First(year.First().Index), load.Grid.First(year.Last().Index + 1));
            var (sum, known) = (0.0, 0);
            foreach (var hour in load.KWh[from..to])
            {
                (sum, known) = double.IsNaN(hour) ? (sum, known) : (sum + hour, known + 1);
            }

            return new Activity(CarrierWords.Label(asked.Carrier), asked.Carrier, known == 0 ? double.NaN : sum, CarrierWords.Unit(asked.Carrier), load.Grid.At(from), load.Grid.At(to))
            {
                Coverage = (double)known / (to - from),
            };
        });
        return Inventory.Of([.. activities], asked.Factors, asked.Zone).Total;
    }

    private static IEnumerable<Anomaly> Found(HourlyLoad load, MeterQuestion asked) =>
        load.Known == 0 ? [] : LoadAnomalies.BaseLoadSteps(load).Concat(UnusualHours.Find(load)).Concat(LoadAnomalies.PowerOutOfRange(load, asked.SubscribedKW)).Concat(LoadAnomalies.MissingData(load));

    /// <summary>Days known for nine tenths of their time.</summary>
    private static Dictionary<DateOnly, double> Days(IReadOnlyList<Slice> hours, HourGrid grid)
    {
        var days = new Dictionary<DateOnly, double>();
        for (var day = 0; day < grid.Days.Count; day++)
        {
            var (sum, known) = (0.0, TimeSpan.Zero);
            for (var hour = grid.First(day); hour < grid.First(day + 1); hour++)
            {
                (sum, known) = (sum + hours[hour].Amount, known + hours[hour].Measured);
            }

            if (known >= LeastDay * Hour * (grid.First(day + 1) - grid.First(day)))
            {
                days[grid.Days[day]] = sum;
            }
        }

        return days;
    }

    private static Expectation? Expect(Dictionary<DateOnly, double> use, MeterQuestion asked)
    {
        var days = DailyUse.Join(use, asked.Temperatures);
        var (first, from, to) = (asked.From.AddDays(-BaselineDays), asked.From, asked.To);
        var baseline = days.Where(day => day.Day >= first && day.Day < from).ToList();
        return DailyModel.Fit(baseline, BalanceGrid.Celsius) is not { } model ? null : new Expectation(
            model, BaselineGate.Of(baseline, first, from, model), first, from,
            [.. days.Where(day => day.Day >= from && day.Day < to)], AvoidedEnergy.Of(model, days, from, to, asked.Zone));
    }
}
