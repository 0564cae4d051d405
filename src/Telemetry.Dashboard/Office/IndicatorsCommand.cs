using System.CommandLine;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Reports.Estate;

namespace Telemetry.Dashboard.Office;

/// <summary><c>dashboard indicators [--building ID | --meter FILE] --from … --to … [--json]</c>: the figures of the officer's pages.</summary>
internal sealed class IndicatorsCommand
{
    private readonly Option<string?> _building = new("--building") { Description = "One building's slug; all when not given." };
    private readonly PeriodOptions _period = new();
    private readonly MeterIndicators _file = new();

    internal Command Command(OfficeCommands office)
    {
        var command = new Command("indicators", "Energy, intensity, change, cost, expected gas and use while closed, with coverage, from the centre's files, or those of one meter's CSV file.")
        {
            _building, _period.From, _period.To, _period.Period,
        };
        _file.AddTo(command);
        command.SetAction(parsed => _file.Asked(parsed)
            ? _file.Run(office.Screen(parsed), parsed, _period)
            : office.With(parsed, (screen, services) => Run(screen, services.GetRequiredService<IEstate>(), parsed)));
        return command;
    }

    private int Run(OfficeScreen screen, IEstate estate, ParseResult parsed)
    {
        if (_period.Read(parsed, estate.Today, out var wrong) is not { } period)
        {
            return screen.Fail(wrong!);
        }

        var figures = estate.Of(period);
        var wanted = parsed.GetValue(_building);
        var shown = figures.Buildings.Where(one => wanted is null || one.Building.Id == wanted).ToList();
        if (shown.Count == 0)
        {
            return screen.Fail($"There is no building '{wanted}'; there are: {string.Join(", ", figures.Buildings.Select(one => one.Building.Id))}.");
        }

        screen.Tell(new
        {
            period = new { period.From, period.To },
            station = figures.Station,
            total = wanted is null ? new { energy = FigureDocument.Of(figures.Energy), change = FigureDocument.Of(figures.Change), adjustedChange = FigureDocument.Of(figures.AdjustedChange), cost = FigureDocument.Of(figures.Cost) } : null,
            buildings = shown.Select(Document),
        });
        foreach (var one in shown)
        {
            screen.Say(FormattableString.Invariant($"{one.Building.Name} ({one.Building.Id}), {period.From:yyyy-MM-dd} to {period.To:yyyy-MM-dd}"));
            foreach (var (name, figure) in Figures(one))
            {
                screen.Say("  " + FigureDocument.Line(name, figure));
            }
        }

        return shown.TrueForAll(one => one.Energy.Total.Problem == FigureProblem.None) ? OfficeScreen.Done : OfficeScreen.Look;
    }

    private static IEnumerable<(string Name, Figure Figure)> Figures(BuildingPeriod one)
    {
        yield return ("energy", one.Energy.Total);
        foreach (var (carrier, figure) in one.Energy.ByCarrier)
        {
            yield return ($"energy.{carrier}", figure);
        }

        yield return ("perSquareMetre", one.PerSquareMetre);
        yield return ("change", one.Change);
        yield return ("adjusted", one.Adjusted);
        yield return ("cost", one.Cost);
        yield return ("closedShare", one.ClosedShare);
        if (one.Expectation is { } expectation)
        {
            yield return ("gas.expected", expectation.Savings.Expected);
            yield return ("gas.avoided", expectation.Savings.Avoided);
        }
    }

    private static object Document(BuildingPeriod one) => new
    {
        id = one.Building.Id,
        name = one.Building.Name,
        figures = Figures(one).ToDictionary(pair => pair.Name, pair => FigureDocument.Of(pair.Figure), StringComparer.Ordinal),
        band = OfficeScreen.Number(one.Expectation?.Savings.Band ?? double.NaN),
        days = one.Days.ToDictionary(
            days => days.Key.ToString(),
            days => days.Value.GroupBy(day => day.Source).ToDictionary(source => source.Key.ToString(), source => source.Count(), StringComparer.Ordinal), StringComparer.Ordinal),
    };
}
