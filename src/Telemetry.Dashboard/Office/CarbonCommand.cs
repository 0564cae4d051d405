using System.CommandLine;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Reports.Estate;

namespace Telemetry.Dashboard.Office;

/// <summary><c>dashboard carbon --period 2025 [--json]</c>: every line of the inventory, quantity × factor.</summary>
internal sealed class CarbonCommand
{
    private readonly PeriodOptions _period = new();

    internal Command Command(OfficeCommands office)
    {
        var command = new Command("carbon", "Location-based emissions by line, scope and regulatory category, with factors and sources.") { _period.From, _period.To, _period.Period };
        command.SetAction(parsed => office.With(parsed, (screen, services) => Run(screen, services.GetRequiredService<IEstate>(), parsed)));
        return command;
    }

    private int Run(OfficeScreen screen, IEstate estate, ParseResult parsed)
    {
        if (_period.Read(parsed, estate.Today, out var wrong) is not { } period)
        {
            return screen.Fail(wrong!);
        }

        var carbon = estate.Of(period).Carbon;
        screen.Tell(new
        {
            period = new { period.From, period.To },
            factorSet = carbon.FactorSet,
            total = FigureDocument.Of(carbon.Total),
            scopes = Enum.GetValues<Scope>().ToDictionary(scope => scope.ToString(), carbon.Of, StringComparer.Ordinal),
            categories = Enum.GetValues<BegesCategory>().ToDictionary(category => category.ToString(), carbon.Of, StringComparer.Ordinal),
            knownUncertainty = OfficeScreen.Number(carbon.KnownUncertainty),
            uncertaintyUnknown = OfficeScreen.Number(carbon.UncertaintyUnknown),
            lines = carbon.Lines.Select(line => new
            {
                line.Label, line.Carrier, line.Year, line.Quantity, line.QuantityUnit, line.Scope, line.Category, line.KgCO2e,
                factor = new { line.Factor.Id, line.Factor.Value, line.Factor.Unit, line.Factor.Perimeter, line.Factor.Year, line.Factor.Source },
                note = line.Note == LineNote.None ? null : line.Note.ToString(),
            }),
        });
        screen.Say(FigureDocument.Line("total", carbon.Total));
        foreach (var line in carbon.Lines)
        {
            screen.Say(FormattableString.Invariant(
                $"  {line.Label}, {line.Carrier} {line.Year}, scope {(int)line.Scope}: {line.Quantity:0.#} {line.QuantityUnit} x {line.Factor.Value:0.#####} ({line.Factor.Id}) = {line.KgCO2e:0.#} kgCO2e"));
        }

        return carbon.Total.Problem == FigureProblem.None && carbon.Total.Missing.Count == 0 ? OfficeScreen.Done : OfficeScreen.Look;
    }
}
