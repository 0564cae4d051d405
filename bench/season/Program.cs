using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Telemetry.Bench.Season;

// season-bench ROOT [--seed N] [--from DAY] [--to DAY] [--most HOURS] [--only BUILDING] [--weather FILE#STATION] [--lessons]
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string Option(string name, string usual) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : usual;
DateTimeOffset Day(string name, string usual) => DateTimeOffset.Parse(Option(name, usual) + "T00:00:00Z", CultureInfo.InvariantCulture);
var season = new Season(args[0], int.Parse(Option("--seed", "1")), Day("--from", "2025-10-01"), Day("--to", "2026-05-01"), double.Parse(Option("--most", "6"))) { Weather = Option("--weather", "") };
var houses = House.All.Where(house => Option("--only", house.Site) == house.Site).ToList();
var watch = Stopwatch.StartNew();
var lives = new ConcurrentBag<Life>();
Parallel.ForEach(
    Partitioner.Create(houses.SelectMany(house => Enum.GetValues<Way>().Select(way => new Life(house, way, season))).OrderByDescending(life => life.Way).ToList(), loadBalance: true),
    new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
    life => lives.Add(life.Run()));

Console.WriteLine($"{season.From:yyyy-MM-dd} to {season.To:yyyy-MM-dd}, seed {season.Seed}, {houses.Count * 3} seasons in {watch.Elapsed.TotalSeconds:0} s\n");
Console.WriteLine("| building | heating | ener_tot kWh/m² | tdis_tot K·h/zone (cold + warm) | cost_tot €/m² | emis_tot kgCO2e/m² | time_rat | useful heat kWh/m² | burner starts | gas against constant |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
foreach (var house in houses)
{
    var constant = lives.First(life => life.House == house && life.Way == Way.Constant);
    foreach (var life in lives.Where(life => life.House == house).OrderBy(life => life.Way))
    {
        var area = house.Data.FloorArea;
        Console.WriteLine(FormattableString.Invariant($"| {house.Name} | {life.Way} | {(life.GasKWh + life.PumpKWh) / area:0.0} | {life.ColdKh + life.WarmKh:0} ({life.ColdKh:0} + {life.WarmKh:0}) | {((life.GasKWh * Season.GasEuro) + (life.PumpKWh * Season.ElectricityEuro)) / area:0.00} | {((life.GasKWh * Season.GasKgCO2e) + (life.PumpKWh * Season.ElectricityKgCO2e)) / area:0.0} | {(life.Way == Way.Programme ? life.TimeRatio.ToString("0.0e0", CultureInfo.InvariantCulture) : "–")} | {life.UsefulKWh / area:0.0} | {life.Starts} | {((life.GasKWh / constant.GasKWh) - 1) * 100:+0;-0;0} % |"));
    }
}

Console.WriteLine("\n| building | heating | openings after 14 days with a warm-up | mean error, min | median | 90 % | within 20 min | mean signed (late +) |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
var missed = false;
foreach (var life in lives.Where(life => life.Way != Way.Constant).OrderBy(life => House.All.ToList().IndexOf(life.House)).ThenBy(life => life.Way))
{
    var errors = life.StartErrors(14);
    if (errors.Count == 0)
    {
        continue;
    }

    var sorted = errors.Select(error => error.Minutes).Order().ToList();
    missed |= life.Way == Way.Programme && sorted.Average() >= 20;
    Console.WriteLine(FormattableString.Invariant($"| {life.House.Name} | {life.Way} | {sorted.Count} | {sorted.Average():0.0} | {sorted[sorted.Count / 2]:0} | {sorted[sorted.Count * 9 / 10]:0} | {100.0 * sorted.Count(minutes => minutes <= 20) / sorted.Count:0} % | {errors.Average(error => error.Signed):+0;-0} |"));
}

foreach (var life in lives.Where(life => life.Way == Way.Programme).OrderBy(life => House.All.ToList().IndexOf(life.House)))
{
    Console.WriteLine($"{life.House.Name}: {life.Writes} words written to the controller, {life.Refused} refusals told");
    if (args.Contains("--lessons"))
    {
        life.Lessons.Reverse().ToList().ForEach(lesson => Console.WriteLine(lesson));
        life.StartErrors(0).ToList().ForEach(error => Console.WriteLine(FormattableString.Invariant($"{error.Opening:yyyy-MM-dd ddd} {error.Signed:0}")));
    }
}

return missed ? 1 : 0;
