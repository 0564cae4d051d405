using System.CommandLine;
using System.Globalization;
using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Imports.Mapping;

namespace Telemetry.Dashboard.Office;

/// <summary><c>dashboard import FILE… --mapping MAP.yaml [--dry-run] [--json]</c>.</summary>
internal sealed class ImportCommand
{
    private const int MostShown = 50;

    private readonly Argument<string[]> _files = new("FILE") { Description = "CSV files, gzip or not; a folder: its .csv files that have a mapping of their name.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _mapping = new("--mapping") { Description = "How they are read: a YAML file, or a folder with one NAME.yaml for each NAME.csv.", Required = true };
    private readonly Option<bool> _dry = new("--dry-run") { Description = "Keeps nothing; says what would change." };

    internal Command Command(OfficeCommands office)
    {
        var command = new Command("import", "Takes readings, invoices, weather and calendars from CSV files. A rerun changes nothing.") { _files, _mapping, _dry };
        command.SetAction(parsed => Run(office, parsed));
        return command;
    }

    private int Run(OfficeCommands office, ParseResult parsed)
    {
        var screen = office.Screen(parsed);
        var work = Work(parsed.GetValue(_files)!, parsed.GetValue(_mapping)!, out var missing);
        if (missing is not null)
        {
            return screen.Fail(missing);
        }

        var loaded = work.ConvertAll(one => (one.File, Loaded: MappingFile.Load(one.Mapping)));
        if (loaded.SelectMany(one => one.Loaded.Problems).Distinct().ToList() is { Count: > 0 } problems)
        {
            return screen.Fail(string.Join(Environment.NewLine, problems));
        }

        return office.With(parsed, (_, services) =>
        {
            var run = services.GetRequiredService<ImportRun>();
            var outcomes = loaded.ConvertAll(one => run.Run(one.File, one.Loaded.Mapping!, Environment.UserName, parsed.GetValue(_dry)));
            screen.Tell(new { ok = outcomes.TrueForAll(outcome => outcome.Problem is null), files = outcomes.Select(View) });
            outcomes.ForEach(outcome => Show(screen, outcome));
            return outcomes.Exists(outcome => outcome.Problem is not null) ? OfficeScreen.Unusable
                : outcomes.Exists(outcome => outcome.Refused.Count > 0) ? OfficeScreen.Look : OfficeScreen.Done;
        });
    }

    private static List<(string File, string Mapping)> Work(string[] files, string mapping, out string? missing)
    {
        var work = new List<(string, string)>();
        missing = null;
        foreach (var file in files)
        {
            string[] found = Directory.Exists(file) ? [.. Directory.GetFiles(file, "*.csv").Order(StringComparer.Ordinal)] : [file];
            foreach (var one in found)
            {
                var how = Directory.Exists(mapping) ? Path.Combine(mapping, Path.GetFileName(one).Split('.')[0] + ".yaml") : mapping;
                missing ??= !File.Exists(one) ? $"{one}: there is no such file." : !File.Exists(how) ? $"{how}: there is no such mapping (for {one})." : null;
                work.Add((one, how));
            }
        }

        return work;
    }

    private static void Show(OfficeScreen screen, ImportOutcome outcome)
    {
        if (outcome.Problem is { } problem)
        {
            screen.Say(problem.ToString());
            return;
        }

        screen.Say(string.Create(CultureInfo.InvariantCulture,
            $"{outcome.File}: {outcome.Rows} rows; {(outcome.DryRun ? "would add" : "added")} {outcome.Added}, {(outcome.DryRun ? "would change" : "changed")} {outcome.Changed}, already there {outcome.Same}, without value {outcome.Missing}, passed over {outcome.PassedOver}, refused {outcome.Refused.Count}"));
        foreach (var series in outcome.Series)
        {
            screen.Say(string.Create(CultureInfo.InvariantCulture,
                $"  {series.Name}: +{series.Added} ~{series.Changed} ={series.Same}  {series.From:yyyy-MM-dd}..{series.To:yyyy-MM-dd}  {(series.Unit is "kWh" or "EUR" ? $"{series.Sum:0.##} {series.Unit}" : series.Unit)}"));
        }

        foreach (var row in outcome.Refused.Take(MostShown))
        {
            screen.Say($"  {outcome.File}:{row.Line.ToString(CultureInfo.InvariantCulture)}: {row.Reason}  [{row.Text}]");
        }

        if (outcome.Refused.Count > MostShown)
        {
            screen.Say(string.Create(CultureInfo.InvariantCulture, $"  and {outcome.Refused.Count - MostShown} more: --json lists all"));
        }
    }

    private static object View(ImportOutcome outcome) => new
    {
        file = outcome.File,
        problem = outcome.Problem?.ToString(),
        sha256 = outcome.Sha256,
        dryRun = outcome.DryRun,
        rows = outcome.Rows,
        added = outcome.Added,
        changed = outcome.Changed,
        same = outcome.Same,
        missing = outcome.Missing,
        passedOver = outcome.PassedOver,
        series = outcome.Series.Select(series => new { series.Name, series.Unit, series.Added, series.Changed, series.Same, series.From, series.To, Sum = OfficeScreen.Number(series.Sum) }),
        refused = outcome.Refused,
    };
}
