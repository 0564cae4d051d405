using System.Globalization;
using Spectre.Console;
using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Commissioning.Scanning;

/// <summary><c>gateway scan</c>: one line after the other, one request at a time.</summary>
internal static class ScanCommand
{
    /// <summary>0 when somebody answers, else 1.</summary>
    internal static int Run(
        Screen screen, IReadOnlyList<BusConfiguration> lines, IReadOnlyList<int> units, TimeSpan timeout, IReadOnlyList<DeviceProfile> profiles, CancellationToken cancel)
    {
        var found = new List<Finding>();
        if (screen.IsLive)
        {
            screen.Console.Progress().AutoClear(enabled: true).HideCompleted(enabled: false).Start(progress =>
            {
                var task = progress.AddTask(screen.Language.Say("Recherche", "Searching"), maxValue: lines.Count * units.Count);
                Search(screen, lines, units, timeout, profiles, found, asked => task.Increment(asked), cancel);
            });
        }
        else
        {
            Search(screen, lines, units, timeout, profiles, found, _ => { }, cancel);
        }

        Tell(screen, found, lines.Count, units.Count);
        return found.Exists(finding => finding.Answers) ? 0 : 1;
    }

    private static void Search(
        Screen screen, IReadOnlyList<BusConfiguration> lines, IReadOnlyList<int> units, TimeSpan timeout, IReadOnlyList<DeviceProfile> profiles,
        List<Finding> found, Action<int> asked, CancellationToken cancel)
    {
        foreach (var line in lines)
        {
            using var probe = new Probe(line, timeout, cancel);
            if (probe.Open() is { } closed)
            {
                asked(units.Count);
                if (lines.Count <= 8 || !probe.IsNobody)
                {
                    Add(screen, found, new Finding(LineOptions.Name(line), null, closed, null, []));
                }

                continue;
            }

            foreach (var unit in units.TakeWhile(_ => !cancel.IsCancellationRequested))
            {
                if (probe.Ask((byte)unit) is { } answer)
                {
                    Add(screen, found, new Finding(LineOptions.Name(line), unit, answer, probe.Identify((byte)unit), ProfileFit.Rank(profiles, probe, (byte)unit)));
                }

                asked(1);
            }
        }
    }

    private static void Add(Screen screen, List<Finding> found, Finding finding)
    {
        found.Add(finding);
        if (screen.IsJson)
        {
            Screen.Json(new
            {
                line = finding.Line,
                unit = finding.Unit,
                answers = finding.Answers,
                how = finding.How,
                identification = finding.Identification,
                profiles = finding.Fits.Select(fit => new { profile = fit.Profile, plausible = fit.Plausible, of = fit.Of, sure = fit.Sure }),
            });
        }
    }

    private static void Tell(Screen screen, List<Finding> found, int lines, int units)
    {
        if (screen.IsJson)
        {
            return;
        }

        var say = screen.Language;
        if (found.Count > 0)
        {
            var table = Screen.Table(say.Say("Ligne", "Line"), say.Say("Unité", "Unit"), say.Say("Réponse", "Answer"), say.Say("Identité (43/14)", "Identity (43/14)"), say.Say("Profils possibles", "Profiles that fit"));
            foreach (var finding in found)
            {
                table.AddRow(
                    Screen.Cell(finding.Line), Screen.Cell(finding.Unit?.ToString(CultureInfo.InvariantCulture) ?? "–"), Screen.Cell(finding.How, finding.Answers ? null : "red"),
                    Screen.Cell(finding.Identification ?? "–"), Screen.Cell(Fits(say, finding)));
            }

            screen.Console.Write(table);
        }

        var (answers, tried, numbers) = (say.Number(found.Count(finding => finding.Answers)), say.Number(lines), say.Number(units));
        screen.Say(
            $"{answers} unité(s) répondent, sur {tried} ligne(s) et {numbers} numéro(s) essayés. Un profil « possible » lit des valeurs plausibles : vérifiez-le avec « gateway read ».",
            $"{answers} unit(s) answer, of {tried} line(s) and {numbers} number(s) tried. A profile that fits reads plausible values: make sure with 'gateway read'.");
    }

    private static string Fits(Language say, Finding finding) => finding.Fits.Count == 0
        ? finding.Answers ? say.Say("aucun", "none") : ""
        : string.Join("\n", finding.Fits.Select(fit => fit.Sure
            ? $"{fit.Profile} ({say.Say("identifié", "identified")})"
            : string.Create(CultureInfo.InvariantCulture, $"{fit.Profile} ({fit.Plausible}/{fit.Of} {say.Say("points plausibles", "points plausible")})")));

    /// <summary>What one unit said, or why a line could not be asked.</summary>
    private sealed record Finding(string Line, int? Unit, string How, string? Identification, IReadOnlyList<ProfileFit.Fit> Fits)
    {
        internal bool Answers => Unit is not null;
    }
}
