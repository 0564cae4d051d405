using System.Globalization;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Indicators.Tertiary;
using Telemetry.Analytics.Reports.Estate;

namespace Telemetry.Analytics.Reports.Frozen;

/// <summary>From the estate's figures to the tables of a report; it adds nothing and rounds nothing.</summary>
public static class ReportBuilder
{
    /// <summary>The content of a report.</summary>
    /// <param name="kind">What about.</param>
    /// <param name="estate">The figures of its period.</param>
    /// <param name="trajectory">The years; used by yearly reports.</param>
    /// <param name="municipality">The municipality's slug.</param>
    /// <param name="now">Date of the data.</param>
    public static ReportContent Of(ReportKind kind, EstateFigures estate, EstateYears trajectory, string municipality, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(estate);
        ArgumentNullException.ThrowIfNull(trajectory);
        return new ReportContent
        {
            Kind = kind,
            Municipality = municipality,
            Period = estate.Period.Word,
            From = estate.Period.From,
            To = estate.Period.To,
            DataOf = now,
            Perimeter = [.. estate.Buildings.Select(one => one.Building.Name)],
            FactorSet = estate.Carbon.FactorSet,
            Station = estate.Station,
            ToCheck = estate.ToCheck,
            Tables = kind switch
            {
                ReportKind.Monthly => [Summary(estate), Buildings(estate), Spans(estate, "days", day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), Sources(estate)],
                ReportKind.Yearly =>
                [
                    Summary(estate), Buildings(estate), Spans(estate, "months", day => day.ToString("yyyy-MM", CultureInfo.InvariantCulture)), Years(trajectory), Operat(estate), Sources(estate),
                ],
                _ => [Scopes(estate), Emissions(estate), Market(estate), Timed(estate), Sources(estate)],
            },
        };
    }

    private static ReportTable Summary(EstateFigures estate) => new(
        "summary",
        [new("figure"), new("value"), new("unit"), new("change", "%", 1), new("coverage", "%")],
        [
            Row("energy", estate.Energy, estate.Change),
            Row("adjusted", estate.Buildings.Count == 0 ? estate.Energy : FigureSum.Of("kWh", [.. estate.Buildings.Select(one => one.Adjusted)]), estate.AdjustedChange),
            Row("carbon", estate.Carbon.Total, estate.CarbonChange),
            Row("cost", estate.Cost, estate.CostChange),
        ]);

    private static IReadOnlyList<ReportCell> Row(string name, Figure figure, Figure change) =>
        [ReportCell.Of(name), ReportCell.Of(figure), ReportCell.Of(figure.Unit), ReportCell.Of(change), ReportCell.Of(figure.Coverage)];

    private static ReportTable Buildings(EstateFigures estate) => new(
        "buildings",
        [new("building"), new("energy", "kWh"), new("perSquareMetre", "kWh/m²", 1), new("change", "%", 1), new("deviation", "%", 1), new("cost", "EUR"), new("coverage", "%")],
        [.. estate.Buildings.Select(one => (IReadOnlyList<ReportCell>)
        [
            ReportCell.Of(one.Building.Name), ReportCell.Of(one.Energy.Total), ReportCell.Of(one.PerSquareMetre), ReportCell.Of(one.Change), ReportCell.Of(one.Deviation),
            ReportCell.Of(one.Cost), ReportCell.Of(one.Energy.Total.Coverage),
        ])],
        [
            ReportCell.Of("total"), ReportCell.Of(estate.Energy), ReportCell.Of(""), ReportCell.Of(estate.Change), ReportCell.Of(""), ReportCell.Of(estate.Cost),
            ReportCell.Of(estate.Energy.Coverage),
        ]);

    /// <summary>Energy by month or day and carrier: the same days as every other table.</summary>
    public static ReportTable Spans(EstateFigures estate, string key, Func<DateOnly, string> name)
    {
        ArgumentNullException.ThrowIfNull(estate);
        ArgumentNullException.ThrowIfNull(name);
        var carriers = estate.Buildings.SelectMany(one => one.Days.Keys).Distinct().Order().ToList();
        var days = Enumerable.Range(estate.Period.From.DayNumber, estate.Period.Days).Select(DateOnly.FromDayNumber).ToList();
        var sums = carriers.ToDictionary(carrier => carrier, carrier => estate.Buildings.Where(one => one.Days.ContainsKey(carrier))
            .SelectMany(one => one.Days[carrier]).Where(day => day.Known)
            .GroupBy(day => name(day.Day), StringComparer.Ordinal).ToDictionary(span => span.Key, span => span.Sum(day => day.KWh), StringComparer.Ordinal));
        var rows = days.Select(name).Distinct(StringComparer.Ordinal).Select(span => (IReadOnlyList<ReportCell>)
        [
            ReportCell.Of(span),
            .. carriers.Select(carrier => ReportCell.Of(sums[carrier].GetValueOrDefault(span, double.NaN))),
            ReportCell.Of(Total(carriers.Select(carrier => sums[carrier].GetValueOrDefault(span, double.NaN)))),
        ]).ToList();
        return new ReportTable(
            key,
            [new("span"), .. carriers.Select(carrier => new ReportColumn(carrier.ToString(), CarrierWords.Unit(carrier))), new("total", "kWh")],
            rows,
            [
                ReportCell.Of("total"), .. carriers.Select(carrier => ReportCell.Of(sums[carrier].Values.Sum())),
                ReportCell.Of(carriers.Sum(carrier => sums[carrier].Values.Sum())),
            ]);
    }

    private static double Total(IEnumerable<double> parts) => parts.Where(double.IsFinite).ToList() is { Count: > 0 } known ? known.Sum() : double.NaN;

    private static ReportTable Years(EstateYears trajectory) => new(
        "trajectory",
        [new("year"), new("measured", "kWh PCI"), new("adjusted", "kWh PCI"), new("path", "kWh PCI"), new("coverage", "%")],
        [.. trajectory.Years.Select(year => (IReadOnlyList<ReportCell>)
        [
            ReportCell.Of(year.Year.ToString(CultureInfo.InvariantCulture)), ReportCell.Of(year.Measured), ReportCell.Of(year.Adjusted),
            ReportCell.Of(trajectory.Path(year.Year)), ReportCell.Of(year.Measured.Coverage),
        ])]);

    /// <summary>What a declaration on OPERAT is filled from; a line that cannot be declared says why.</summary>
    private static ReportTable Operat(EstateFigures estate) => new(
        "operat",
        [
            new("building"), new("role"), new("activity"), new("area", "m²"), new("carrier"), new("quantity", "", 1), new("unit"), new("energy", "kWh PCI"),
            new("perSquareMetre", "kWh/m²", 1), new("coverage", "%"), new("problems"),
        ],
        [.. OperatTable.Of(estate.Buildings.Select(one => new OperatEntity
        {
            Name = one.Building.Name,
            Role = "owner",
            Activity = one.Building.Use.ToString(),
            AreaM2 = one.Building.FloorAreaM2,
            Year = estate.Period.From.Year,
            Consumption = [.. one.Energy.ByCarrier.Select(part => Activity.Of(one.Building.Name, part.Key, part.Value))],
        })).Select(row => (IReadOnlyList<ReportCell>)
        [
            ReportCell.Of(row.Entity.Name), ReportCell.Of(row.Entity.Role), ReportCell.Of(row.Entity.Activity), ReportCell.Of(row.Entity.AreaM2 ?? double.NaN),
            ReportCell.Of(row.Carrier.ToString()), ReportCell.Of(row.Quantity), ReportCell.Of(row.Unit), ReportCell.Of(row.KWhPci), ReportCell.Of(row.KWhPciPerM2),
            ReportCell.Of(row.Coverage), ReportCell.Of(string.Join(' ', row.Problems)),
        ])]);

    private static ReportTable Scopes(EstateFigures estate) => new(
        "scopes",
        [new("scope"), new("category"), new("emission", "kgCO2e")],
        [.. estate.Carbon.Lines.GroupBy(line => (line.Scope, line.Category)).OrderBy(group => group.Key).Select(group => (IReadOnlyList<ReportCell>)
        [
            ReportCell.Of(group.Key.Scope.ToString()), ReportCell.Of(group.Key.Category.ToString()), ReportCell.Of(group.Sum(line => line.KgCO2e)),
        ])],
        [ReportCell.Of("total"), ReportCell.Of(""), ReportCell.Of(estate.Carbon.Total)]);

    private static ReportTable Emissions(EstateFigures estate) => new(
        "emissions",
        [
            new("building"), new("carrier"), new("year"), new("scope"), new("quantity", "", 1), new("unit"), new("factor", "", 5), new("factorName"), new("factorUnit"),
            new("perimeter"), new("factorYear"), new("uncertainty", "%"), new("source"), new("emission", "kgCO2e", 1),
        ],
        [.. estate.Carbon.Lines.Select(line => (IReadOnlyList<ReportCell>)
        [
            ReportCell.Of(line.Label), ReportCell.Of(line.Carrier.ToString()), ReportCell.Of(line.Year.ToString(CultureInfo.InvariantCulture)),
            ReportCell.Of(line.Scope.ToString()), ReportCell.Of(line.Quantity), ReportCell.Of(line.QuantityUnit), ReportCell.Of(line.Factor.Value),
            ReportCell.Of(line.Factor.Id), ReportCell.Of(line.Factor.Unit), ReportCell.Of(line.Factor.Perimeter),
            ReportCell.Of(line.Factor.Year is { } year ? year : double.NaN), ReportCell.Of(line.Uncertainty ?? double.NaN), ReportCell.Of(line.Factor.Source), ReportCell.Of(line.KgCO2e),
        ])],
        [.. Enumerable.Repeat(ReportCell.Of(""), 12).Prepend(ReportCell.Of("total")), ReportCell.Of(estate.Carbon.Total)]);

    /// <summary>Market-based, apart: each contract's part and the rest; without contracts and residual mix, the reason why there is no figure.</summary>
    private static ReportTable Market(EstateFigures estate) => estate.MarketBased.Problem != FigureProblem.None ? Without("marketBased", estate.MarketBased.Problem) : new(
        "marketBased",
        [new("supply"), new("quantity", "kWh"), new("factor", "", 5), new("factorUnit"), new("factorYear"), new("source"), new("emission", "kgCO2e", 1)],
        [.. estate.MarketBased.Lines.Select(line => (IReadOnlyList<ReportCell>)
        [
            ReportCell.Of(line.Label), ReportCell.Of(line.Quantity), ReportCell.Of(line.Factor!.Value), ReportCell.Of(line.Factor.Unit),
            ReportCell.Of(line.Factor.Year is { } year ? year.ToString(CultureInfo.InvariantCulture) : ""), ReportCell.Of(line.Factor.Source), ReportCell.Of(line.Result),
        ])],
        [ReportCell.Of("total"), .. Enumerable.Repeat(ReportCell.Of(""), 5), ReportCell.Of(estate.MarketBased)]);

    /// <summary>A table that says why it has no figure.</summary>
    private static ReportTable Without(string key, FigureProblem why) => new(key, [new("reason")], [[ReportCell.Of(why.ToString())]]);

    /// <summary>Hour by hour, apart: one row a grid intensity; the reason when none was imported.</summary>
    private static ReportTable Timed(EstateFigures estate) => estate.Timed.Count == 0 ? Without("timed", FigureProblem.NoFactor) : new(
        "timed",
        [new("grid"), new("intensity"), new("quantity", "kWh"), new("mean", "g/kWh", 1), new("coverage", "%"), new("emission", "kg", 1)],
        [.. estate.Timed.Select(one => (IReadOnlyList<ReportCell>)
        [
            ReportCell.Of(one.Grid), ReportCell.Of(one.Perimeter.ToString()), ReportCell.Of(one.KWh), ReportCell.Of(one.GramsPerKWh), ReportCell.Of(one.Emissions.Coverage), ReportCell.Of(one.Emissions),
        ])]);

    /// <summary>How many days of each building and carrier come from where.</summary>
    private static ReportTable Sources(EstateFigures estate) => new(
        "sources",
        [new("building"), new("carrier"), .. Enum.GetValues<EnergySource>().OrderDescending().Select(source => new ReportColumn(source.ToString(), "d"))],
        [.. estate.Buildings.SelectMany(one => one.Days.OrderBy(days => days.Key).Select(days => (IReadOnlyList<ReportCell>)
        [
            ReportCell.Of(one.Building.Name), ReportCell.Of(days.Key.ToString()),
            .. Enum.GetValues<EnergySource>().OrderDescending().Select(source => ReportCell.Of((double)days.Value.Count(day => day.Source == source))),
        ]))]);
}
