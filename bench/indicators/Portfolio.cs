using Activity = Telemetry.Analytics.Indicators.Carbon.Activity;
using System.Diagnostics;
using System.Globalization;
using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Anomalies;
using Telemetry.Analytics.Indicators.Baseline;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Indicators.Climate;
using Telemetry.Analytics.Indicators.Cost;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Indicators.Load;
using Telemetry.Analytics.Indicators.Tertiary;
using Telemetry.Model.Energy;

namespace Telemetry.Bench.Indicators;

/// <summary>Two registers a building, read every hour for three years, into every indicator. Making the readings is not timed.</summary>
internal static class Portfolio
{
    private const int Batch = 20;
    private static readonly CounterRules Rules = new() { MaximumPerHour = 500 };

    internal static int Run(int buildings)
    {
        var town = new Town();
        One(town, town.Register(-1, heating: false), town.Register(-2, heating: true));
        var (timed, cpu, figures, sum) = (TimeSpan.Zero, TimeSpan.Zero, 0L, 0.0);
        for (var first = 0; first < buildings; first += Batch)
        {
            var batch = Enumerable.Range(first, Math.Min(Batch, buildings - first)).Select(seed => (Power: town.Register(seed, heating: false), Gas: town.Register(seed + 1_000_000, heating: true))).ToArray();
            var results = new (int Count, double Sum)[batch.Length];
            var (watch, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
            Parallel.For(0, batch.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, at => results[at] = One(town, batch[at].Power, batch[at].Gas));
            timed += watch.Elapsed;
            cpu += Process.GetCurrentProcess().TotalProcessorTime - before;
            figures += results.Sum(one => one.Count);
            sum += results.Sum(one => one.Sum);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{buildings} buildings, 2 registers each, {town.Grid.Hours} hours: {timed.TotalSeconds:F2} s on 2 threads, {figures} figures, {cpu.TotalSeconds:F2} s of CPU, {cpu.TotalMilliseconds / buildings:F1} ms a building, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB (check sum {sum:F0})"));
        return 0;
    }

    /// <summary>Where the time of one building goes, each part alone on one thread.</summary>
    internal static int Parts(int rounds)
    {
        var town = new Town();
        var readings = town.Register(1, heating: false);
        var load = Load(town, readings);
        var use = CounterReader.Read(readings, Rules);
        void Time(string what, Action part)
        {
            part();
            part();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            for (var round = 0; round < rounds; round++)
            {
                part();
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-16} {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / rounds:F2} ms"));
        }

        Time("read register", () => CounterReader.Read(readings, Rules));
        Time("cut hours", () => Slices.Cut(use.Intervals, town.Edges, TimeSpan.FromHours(1)));
        Time("load figures", () => LoadFigures.Of(load, town.Calendar));
        Time("weekly base", () => LoadAnomalies.BaseLoadSteps(load));
        Time("unusual hours", () => UnusualHours.Find(load));
        Time("cost", () => TariffCost.Of(load, town.Tariffs));
        Time("night flows", () => LoadAnomalies.NightFlows(load, 0.1));
        Time("baselines", () => Baselines(town, load, []));
        var days = DailyUse.Join(town.DailyTemperature.ToDictionary(day => day.Key, day => 100 + (5 * Math.Max(0, 15 - day.Value))), town.DailyTemperature);
        Time("  daily model", () => DailyModel.Fit(days.Take(365), BalanceGrid.Celsius));
        Time("  signature 3P", () => ChangePoints.Fit(days.Take(365), ModelKind.ThreeParameterHeating));
        Time("  signature 5P", () => ChangePoints.Fit(days.Take(365), ModelKind.FiveParameter));
        Time("  closed days", () => HeatingWhileClosed.Find(days, town.Calendar.OpensOn, Town.Paris));
        Time("  degree days", () => DegreeDaySum.HeatingFigure(town.Extremes, new(2023, 1, 1), new(2024, 1, 1), 18, DegreeDayMethod.Professional));
        Time("  join", () => DailyUse.Join(town.DailyTemperature, town.DailyTemperature));
        Time("carbon", () => Carbon(town, load, load, []));
        return 0;
    }

    private static (int Count, double Sum) One(Town town, List<Reading> power, List<Reading> gas)
    {
        var electricity = Load(town, power);
        var heat = Load(town, gas);
        var figures = new List<double>();
        foreach (var load in new[] { electricity, heat })
        {
            var all = LoadFigures.Of(load, town.Calendar);
            figures.AddRange([all.Energy.Value, all.NightShare.Value, all.ClosedEnergy.Value, all.ClosedShare.Value, all.ClosedDayShare.Value, all.Peak.Value, all.LoadFactor.Value, all.NightMinimum.Value]);
            figures.AddRange([BaseLoad.LastFourWeeks(load).Value, new LoadProfile(load).At(DayOfWeek.Monday, 10), Intensity.Of(all.Energy, 1850, "m²").Value, Intensity.Of(all.Energy, 900, "inhabitant").Value]);
            figures.AddRange([LoadAnomalies.BaseLoadSteps(load).Count, UnusualHours.Find(load).Count, LoadAnomalies.MissingData(load).Count]);
        }

        figures.Add(TariffCost.Of(electricity, town.Tariffs).Value);
        figures.Add(LoadAnomalies.NightFlows(heat, 0.1).Count);
        figures.Add(LoadAnomalies.PowerOutOfRange(electricity, 36).Count);
        figures.Add(LoadAnomalies.HeatingAndCooling(heat, electricity, 2).Count);
        Baselines(town, heat, figures);
        Baselines(town, electricity, figures);
        Carbon(town, electricity, heat, figures);
        return (figures.Count, figures.Where(double.IsFinite).Sum());
    }

    private static HourlyLoad Load(Town town, List<Reading> readings) =>
        HourlyLoad.Of(town.Grid, Slices.Cut(CounterReader.Read(readings, Rules).Intervals, town.Edges, TimeSpan.FromHours(1)));

    private static void Baselines(Town town, HourlyLoad load, List<double> figures)
    {
        var use = new Dictionary<DateOnly, double>();
        for (var day = 0; day < town.Grid.Days.Count; day++)
        {
            var sum = 0.0;
            foreach (var hour in load.KWh[town.Grid.First(day)..town.Grid.First(day + 1)])
            {
                sum += hour;
            }

            use[town.Grid.Days[day]] = sum;
        }

        var days = DailyUse.Join(use, town.DailyTemperature);
        var (first, second, end) = (new DateOnly(2023, 1, 1), new DateOnly(2024, 1, 1), new DateOnly(2026, 1, 1));
        var baseline = days.Where(day => day.Day < second).ToList();
        var model = DailyModel.Fit(baseline, BalanceGrid.Celsius)!;
        var avoided = AvoidedEnergy.Of(model, days, second, end, Town.Paris);
        figures.AddRange([model.Intercept, model.HeatingSlope, model.Statistics.CvRmse, model.Statistics.Nmbe, model.Statistics.R2, avoided.Avoided.Value, avoided.Band]);
        figures.Add(BaselineGate.Of(days, first, second, model).Findings.Count);
        foreach (var kind in new[] { ModelKind.TwoParameter, ModelKind.ThreeParameterHeating, ModelKind.FourParameter, ModelKind.FiveParameter })
        {
            figures.Add(ChangePoints.Fit(baseline, kind)?.Statistics.R2 ?? double.NaN);
        }

        figures.AddRange([Cusum.Drifts(model, days).Count, Cusum.Of(model, days)[^1].Sum, HeatingWhileClosed.Find(days, town.Calendar.OpensOn, Town.Paris).Count]);
        foreach (var year in new[] { 2023, 2024, 2025 })
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
            foreach (var method in new[] { DegreeDayMethod.Mean, DegreeDayMethod.Professional })
            {
                figures.Add(DegreeDaySum.HeatingFigure(town.Extremes, from, to, 18, method).Value);
            }
        }
    }

    private static void Carbon(Town town, HourlyLoad electricity, HourlyLoad heat, List<double> figures)
    {
        var (from, to) = (town.Grid.Start, town.Grid.End);
        Activity Of(Carrier carrier, HourlyLoad load) => new(carrier.ToString(), carrier, load.Total, CarrierWords.Unit(carrier), from, to) { Coverage = load.Coverage };
        var inventory = Inventory.Of([Of(Carrier.Electricity, electricity), Of(Carrier.NaturalGas, heat)], FactorFile.Shipped, Town.Paris);
        var steps = new EnergyStep[town.Grid.Hours];
        for (var hour = 0; hour < steps.Length; hour++)
        {
            steps[hour] = new EnergyStep(town.Edges[hour], town.Edges[hour + 1], electricity.KWh[hour]);
        }

        var timed = TimedCarbon.Of(steps, town.Intensity, TimeSpan.FromHours(1));
        var path = new Trajectory(2013, 400_000, 2025, inventory.FinalEnergy.Value / 3);
        var energy = LoadFigures.Of(electricity).Energy;
        var adjusted = new ClimateAdjustment(2050, 2100, 0, 0).Of(LoadFigures.Of(heat).Energy, null, energy);
        figures.AddRange([inventory.Total.Value, inventory.Of(Scope.Direct), inventory.FinalEnergy.Value, timed.Emissions.Value, timed.LoadWeightedGrams, path.Path, path.EffortDone, adjusted.Value]);
        figures.Add(PrimaryEnergy.Of(energy, [inventory.FinalEnergy], new(2026, 1, 1)).Value);
        var entity = new OperatEntity { Name = "b", Role = "owner", Activity = "offices", AreaM2 = 1850, Year = 2025, Consumption = [Of(Carrier.Electricity, electricity), Of(Carrier.NaturalGas, heat)] };
        figures.AddRange(OperatTable.Of([entity]).Select(row => row.KWhPci));
    }
}
