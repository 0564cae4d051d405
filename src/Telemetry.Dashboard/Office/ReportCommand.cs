using System.CommandLine;
using System.Text.Json;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Analytics.Reports.Frozen;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Reports;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Office;

/// <summary><c>dashboard report freeze | list | write</c>: reports without a browser.</summary>
internal sealed class ReportCommand
{
    private readonly Option<string> _kind = new("--kind") { Description = "monthly, yearly or carbon.", DefaultValueFactory = _ => "yearly" };
    private readonly Option<string> _period = new("--period") { Description = "A month that is over (2026-10) or a year that is over (2025).", Required = true };
    private readonly Option<string> _reason = new("--reason") { Description = "Why a frozen report is corrected.", DefaultValueFactory = _ => "" };
    private readonly Option<string> _by = new("--by") { Description = "Who freezes it.", DefaultValueFactory = _ => Environment.UserName };
    private readonly Argument<string> _number = new("NUMBER") { Description = "The report's number: 2026-001." };
    private readonly Option<int?> _version = new("--version-of") { Description = "A version of it; the newest when not given." };
    private readonly Option<string> _out = new("--out") { Description = "The folder for the PDF, the CSV files and the content as frozen.", Required = true };
    private readonly Option<string> _lang = new("--lang") { Description = "fr or en.", DefaultValueFactory = _ => "fr" };

    internal Command Command(OfficeCommands office)
    {
        var freeze = new Command("freeze", "Freezes a report: number, fingerprint; another version when it is corrected.") { _kind, _period, _reason, _by };
        freeze.SetAction(parsed => office.With(parsed, (screen, services) => Freeze(screen, services, parsed)));
        var list = new Command("list", "Lists the frozen reports.");
        list.SetAction(parsed => office.With(parsed, (screen, services) => List(screen, services.GetRequiredService<IFrozenReports>())));
        var write = new Command("write", "Writes a frozen report as files: PDF, one CSV a table, the frozen JSON.") { _number, _version, _out, _lang };
        write.SetAction(parsed => office.With(parsed, (screen, services) => Write(screen, services, parsed)));
        return new Command("report", "Reports that do not change.") { freeze, list, write };
    }

    private int Freeze(OfficeScreen screen, IServiceProvider services, ParseResult parsed)
    {
        if (!Enum.TryParse<ReportKind>(parsed.GetValue(_kind), ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
        {
            return screen.Fail($"--kind {parsed.GetValue(_kind)}: write monthly, yearly or carbon.");
        }

        var (report, problem) = services.GetRequiredService<Reporting>().Freeze(kind, parsed.GetValue(_period)!, new Actor(parsed.GetValue(_by)!, "", Actor.CommandLine), parsed.GetValue(_reason)!);
        switch (problem)
        {
            case FreezeProblem.None:
                screen.Tell(new { ok = true, report!.Number, report.Version, report.Sha256 });
                screen.Say($"{report.Title}  SHA-256 {report.Sha256}");
                return OfficeScreen.Done;
            case FreezeProblem.NothingChanged:
                screen.Tell(new { ok = true, unchanged = true, report!.Number, report.Version, report.Sha256 });
                screen.Say($"{report.Title} says the same already: nothing was frozen.");
                return OfficeScreen.Look;
            case FreezeProblem.ReasonNeeded:
                return screen.Fail($"{report!.Title} is frozen already and figures have changed: write --reason.");
            default:
                return screen.Fail("A monthly report wants a month that is over (--period 2026-10), the others a year that is over (--period 2025).");
        }
    }

    private static int List(OfficeScreen screen, IFrozenReports frozen)
    {
        var all = frozen.All();
        screen.Tell(all.Select(report => new { report.Number, report.Version, report.At, report.By, report.Reason, report.Sha256, report.Content.Kind, report.Content.Period }));
        foreach (var report in all)
        {
            screen.Say(FormattableString.Invariant($"{report.Title,-12} {report.Content.Kind,-8} {report.Content.Period,-8} {report.At:yyyy-MM-dd HH:mm}Z {report.By}  {report.Sha256}"));
        }

        return OfficeScreen.Done;
    }

    private int Write(OfficeScreen screen, IServiceProvider services, ParseResult parsed)
    {
        if (services.GetRequiredService<IFrozenReports>().Find(parsed.GetValue(_number)!, parsed.GetValue(_version)) is not { } report)
        {
            return screen.Fail($"There is no frozen report '{parsed.GetValue(_number)}': dashboard report list.");
        }

        try
        {
            var language = parsed.GetValue(_lang) == "en" ? Language.English : Language.French;
            var folder = Directory.CreateDirectory(parsed.GetValue(_out)!).FullName;
            var name = Path.Combine(folder, report.Title.Replace(' ', '-'));
            File.WriteAllBytes(name + ".pdf", ReportPdf.Of(report, language, services.GetRequiredService<IEstate>().Zone));
            File.WriteAllText(name + ".json", JsonSerializer.Serialize(report));
            foreach (var table in report.Content.Tables)
            {
                File.WriteAllBytes($"{name}_{table.Key}.csv", ReportCsv.Of(table));
            }

            screen.Tell(new { ok = true, folder, report.Number, report.Version, report.Sha256 });
            screen.Say($"{report.Title} written to {folder}");
            return OfficeScreen.Done;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return screen.Fail(unusable.Message);
        }
    }
}
