using System.CommandLine;
using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Imports.Files;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Reports.Estate;

namespace Telemetry.Dashboard.Office;

/// <summary><c>dashboard carbon --period 2025 [--json]</c>: every line of the inventory, quantity × factor.</summary>
internal sealed class CarbonCommand
{
    private readonly Option<string?> _activities = new("--activities")
    {
        Description = "A CSV file instead of the centre's files: label,carrier,quantity,unit,from,to (days, to excluded; kWh, kWh PCS, kWh PCI, MWh, L, kg).",
    };

    private readonly PeriodOptions _period = new();

    internal Command Command(OfficeCommands office)
    {
        var command = new Command("carbon", "Location-based emissions by line, scope and regulatory category, with factors and sources.") { _period.From, _period.To, _period.Period, _activities };
        command.SetAction(parsed => parsed.GetValue(_activities) is { } file
            ? OfFile(office.Screen(parsed), file)
            : office.With(parsed, (screen, services) => Run(screen, services.GetRequiredService<IEstate>(), parsed)));
        return command;
    }

    private int Run(OfficeScreen screen, IEstate estate, ParseResult parsed)
    {
        if (_period.Read(parsed, estate.Today, out var wrong) is not { } period)
        {
            return screen.Fail(wrong!);
        }

        return Tell(screen, estate.Of(period).Carbon, period.From, period.To);
    }

    private static int OfFile(OfficeScreen screen, string file)
    {
        var (activities, wrong) = ActivityFile.Read(file);
        if (wrong is not null)
        {
            return screen.Fail(wrong);
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        var (from, to) = (activities.Min(one => one.From), activities.Max(one => one.To));
        return Tell(
            screen, Inventory.Of(activities, FactorFile.Shipped, zone), DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime), DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(to, zone).DateTime));
    }

    private static int Tell(OfficeScreen screen, Inventory carbon, DateOnly from, DateOnly to)
    {
        screen.Tell(new
        {
            period = new { from, to },
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
