using Telemetry.Analytics.Imports.Mapping;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Baseline;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Indicators.Load;
using Telemetry.Analytics.Registry;
using Telemetry.Model.Energy;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>Puts together the figures of one building over a period; every number comes from the pure functions of <c>Indicators</c>.</summary>
internal sealed class BuildingReport(EnergyDays energy, ImportedDays imported, Outdoor outdoor, ClimateMean climate, (HourlyUse Hours, Openings Openings) closed, EstateOptions options)
{
    private const int BaselineDays = 365;
    private const int DriftDays = 42;
    private const int LeastDriftDays = 14;
    private readonly TimeZoneInfo _zone = options.Zone;

    internal BuildingPeriod Of(Town town, Building building, EstatePeriod period, DateTimeOffset now)
    {
        var carriers = Enum.GetValues<Carrier>().Where(carrier => carrier != Carrier.None && energy.Has(town, building, carrier)).ToList();
        var days = carriers.ToDictionary(carrier => carrier, carrier => energy.Of(town, building, carrier, period.From, period.To, now));
        var before = carriers.ToDictionary(carrier => carrier, carrier => energy.Of(town, building, carrier, period.Before.From, period.Before.To, now));
        var (sum, sumBefore) = (Sum(building, days, period), Sum(building, before, period.Before));
        var expectation = Expect(town, building, Carrier.NaturalGas, period, now);
        return new BuildingPeriod
        {
            Building = building,
            Days = days,
            Energy = sum,
            EnergyBefore = sumBefore,
            PerSquareMetre = Intensity.Of(sum.Total, building.FloorAreaM2, "m²"),
            Change = Comparison.Change(sum.Total, sumBefore.Total),
            Adjusted = Adjust(sum, period, expectation),
            AdjustedBefore = Adjust(sumBefore, period.Before, expectation),
            Cost = Money(building, carriers, period),
            CostBefore = Money(building, carriers, period.Before),
            Expectation = expectation,
            ClosedShare = LoadFigures.Of(closed.Hours.Of(town, building, Carrier.Electricity, period.From, period.To, now), closed.Openings.Of(building)).ClosedShare,
        };
    }

    /// <summary>Energy at the mean climate: gas above its base load is heating, the rest does not follow the weather.</summary>
    internal Figure Adjust(EnergyByCarrier sum, EstatePeriod period, Expectation? expectation)
    {
        if (sum.Total.Problem != FigureProblem.None)
        {
            return sum.Total;
        }

        if (climate.Of(period) is not { } adjustment)
        {
            return Figure.Refused("kWh", sum.Total.From, sum.Total.To, FigureProblem.NoReading) with { Missing = ["K·d"] };
        }

        var gas = sum.ByCarrier.GetValueOrDefault(Carrier.NaturalGas);
        var known = gas is { Problem: FigureProblem.None };
        var heating = known ? Math.Max(0, gas!.Value - (BaseLoad(expectation) * period.Days * gas.Coverage)) : 0;
        return adjustment.Of(Part(sum.Total, heating), null, Part(sum.Total, sum.Total.Value - heating)) with { Missing = sum.Total.Missing };
    }

    /// <summary>Unit of final energy as OPERAT counts it.</summary>
    internal const string Final = "kWh PCI";

    /// <summary>Final energy of a year, gas brought to its lower heating value, as measured and at the mean climate.</summary>
    internal (Figure Measured, Figure Adjusted) FinalEnergy(Town town, Building building, EstatePeriod period, DateTimeOffset now)
    {
        var days = Enum.GetValues<Carrier>().Where(carrier => carrier != Carrier.None && energy.Has(town, building, carrier))
            .ToDictionary(carrier => carrier, carrier => energy.Of(town, building, carrier, period.From, period.To, now));
        var sum = Sum(building, days, period);
        var final = sum.ByCarrier.ToDictionary(part => part.Key, part => part.Key == Carrier.NaturalGas ? Pci(part.Value) : part.Value with { Unit = Final });
        var total = final.Count == 0 ? sum.Total with { Unit = Final } : FigureSum.Of(Final, [.. final.Values]);
        return (total, Adjust(new EnergyByCarrier(final, total), period, null));
    }

    private static Figure Pci(Figure gas) => gas.Problem != FigureProblem.None ? gas with { Unit = Final } : gas with
    {
        Value = Gas.KWhPci(gas.Value),
        Unit = Final,
        Estimated = Gas.KWhPci(gas.Estimated),
        Lines = [.. gas.Lines.Select(line => line with { Result = Gas.KWhPci(line.Result) })],
    };

    private static double BaseLoad(Expectation? expectation) => expectation is { Gate.Passed: true, Model: { HeatingPoint: not null } model } ? model.Intercept : 0;

    private static Figure Part(Figure whole, double value) => whole with { Value = value, Lines = [], Estimated = whole.Value > 0 ? whole.Estimated * value / whole.Value : 0 };

    private EnergyByCarrier Sum(Building building, Dictionary<Carrier, IReadOnlyList<DayEnergy>> days, EstatePeriod period)
    {
        var byCarrier = days.ToDictionary(one => one.Key, one => PeriodSum.Of(one.Value, one.Key, $"{building.Name} · {one.Key}", _zone));
        var (from, to) = (CivilDays.Start(period.From, _zone), CivilDays.Start(period.To, _zone));
        return new EnergyByCarrier(byCarrier, byCarrier.Count == 0 ? Figure.Refused("kWh", from, to, FigureProblem.NoMeter) : FigureSum.Of("kWh", [.. byCarrier.Values]));
    }

    private Figure Money(Building building, List<Carrier> carriers, EstatePeriod period)
    {
        var (from, to) = (CivilDays.Start(period.From, _zone), CivilDays.Start(period.To, _zone));
        var parts = carriers.Select(carrier => Paid(building, carrier, period, from, to)).ToList();
        return parts.Count == 0 ? Figure.Refused("EUR", from, to, FigureProblem.NoMeter) : FigureSum.Of("EUR", parts);
    }

    private Figure Paid(Building building, Carrier carrier, EstatePeriod period, DateTimeOffset from, DateTimeOffset to)
    {
        var days = imported.Of(SeriesNames.Paid(building.Id, carrier));
        var paid = Enumerable.Range(period.From.DayNumber, period.Days).Select(DateOnly.FromDayNumber).Where(days.ContainsKey).Select(day => days[day]).ToList();
        return paid.Count == 0
            ? Figure.Refused("EUR", from, to, FigureProblem.NoReading) with { Missing = [$"{building.Name} · {carrier}"] }
            : new Figure
            {
                Value = paid.Sum(day => day.Amount),
                Unit = "EUR",
                From = from,
                To = to,
                Coverage = Math.Min(1, paid.Sum(day => Math.Min(1, day.Coverage)) / period.Days),
                Estimated = paid.Sum(day => day.Estimated),
                Lines = [new FigureLine($"{carrier}/{EnergySource.Invoiced}", paid.Sum(day => day.Amount), "EUR", null, paid.Sum(day => day.Amount))],
            };
    }

    /// <summary>What a period did not use compared with the year before it, energy by energy; refused, never zero, when that cannot be said.</summary>
    internal IReadOnlyList<(Carrier Carrier, AvoidedEnergy Savings)> Gains(Town town, Building building, EstatePeriod period, DateTimeOffset now) =>
    [
        .. Enum.GetValues<Carrier>().Where(carrier => carrier != Carrier.None)
            .Select(carrier => (Carrier: carrier, Expectation: Expect(town, building, carrier, period, now)))
            .Where(one => one.Expectation is not null)
            .Select(one => (one.Carrier, one.Expectation!.Gate.Passed ? one.Expectation.Savings : Refused(one.Expectation.Savings))),
    ];

    private static AvoidedEnergy Refused(AvoidedEnergy savings)
    {
        Figure Without(Figure figure) => figure.Problem != FigureProblem.None ? figure : Figure.Refused(figure.Unit, figure.From, figure.To, FigureProblem.NoModel);
        return savings with { Expected = Without(savings.Expected), Avoided = Without(savings.Avoided), Band = double.NaN };
    }

    /// <summary>Days of gas with their outdoor temperature.</summary>
    internal IReadOnlyList<DailyUse> GasAndWeather(Town town, Building building, DateOnly from, DateOnly to, DateTimeOffset now) =>
        Join(energy.Of(town, building, Carrier.NaturalGas, from, to, now), from, to);

    /// <summary>The last six weeks against the year before them; null where no baseline may be used.</summary>
    internal BuildingDrift? Drift(Town town, Building building, DateOnly today, DateTimeOffset now)
    {
        if (Expect(town, building, Carrier.NaturalGas, new EstatePeriod("", today.AddDays(-DriftDays), today), now) is not { Gate.Passed: true } expectation)
        {
            return null;
        }

        var usable = expectation.Days.Where(day => day.Usable).ToList();
        var lasting = usable.Count == 0 ? null : Cusum.Drifts(expectation.Model, expectation.Days).LastOrDefault(drift =>
            drift.PerDay > 0 && drift.To.DayNumber - drift.From.DayNumber + 1 >= LeastDriftDays && drift.To >= usable[^1].Day);
        var expected = lasting is null ? 0 : usable.Where(day => day.Day >= lasting.From && day.Day <= lasting.To).Average(day => expectation.Model.Predict(day.Temperature));
        return new BuildingDrift(building, lasting, expected > 0 ? lasting!.PerDay / expected : 0);
    }

    private Expectation? Expect(Town town, Building building, Carrier carrier, EstatePeriod period, DateTimeOffset now)
    {
        if (Baseline(town, building, carrier, period.From, now) is not { } baseline)
        {
            return null;
        }

        var days = Join(energy.Of(town, building, carrier, period.From, period.To, now), period.From, period.To);
        var adjustments = options.Adjustments(building.Id).Where(one => one.Carrier == carrier).Select(one => one.What).ToList();
        return new Expectation(
            baseline.Model, baseline.Gate, period.From.AddDays(-BaselineDays), period.From, days,
            AvoidedEnergy.Of(baseline.Model, days, period.From, period.To, _zone).Adjusted(adjustments, days))
        {
            Adjustments = adjustments,
        };
    }

    /// <summary>The daily model of the 365 days before a day, with its gate; null when there is none.</summary>
    internal (TemperatureModel Model, BaselineGate Gate)? Baseline(Town town, Building building, Carrier carrier, DateOnly until, DateTimeOffset now)
    {
        if (!energy.Has(town, building, carrier) || outdoor.Means.Count == 0)
        {
            return null;
        }

        var first = until.AddDays(-BaselineDays);
        var days = Join(energy.Of(town, building, carrier, first, until, now), first, until);

        // What is burnt or delivered as heat can only rise with the cold; electricity may heat, cool, both or neither.
        ModelKind? only = carrier switch
        {
            Carrier.Electricity => null,
            Carrier.DistrictCooling => ModelKind.ThreeParameterCooling,
            _ => ModelKind.ThreeParameterHeating,
        };
        return DailyModel.Fit(days, BalanceGrid.Celsius, only) is { } model ? (model, BaselineGate.Of(days, first, until, model)) : null;
    }

    /// <summary>Days with energy and temperature; a day shared out of an invoice says nothing of its weather.</summary>
    private IReadOnlyList<DailyUse> Join(IReadOnlyList<DayEnergy> days, DateOnly from, DateOnly to) => DailyUse.Join(
        days.Where(day => day.Known && day.Source != EnergySource.Invoiced && day.Coverage >= EnergyDays.GoodCoverage).ToDictionary(day => day.Day, day => day.KWh),
        outdoor.Means.Where(day => day.Key >= from && day.Key < to).ToDictionary());
}
