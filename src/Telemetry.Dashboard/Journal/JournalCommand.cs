using System.CommandLine;
using System.Globalization;

namespace Telemetry.Dashboard.Journal;

/// <summary><c>dashboard journal verify</c>, <c>export</c>, <c>note</c> and <c>archive</c>.</summary>
internal sealed class JournalCommand
{
    private const int Broken = 1;
    private const int Unreadable = 2;
    private const int Years = 5;
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private readonly Option<string?> _expect = new("--expect") { Description = "NUMBER:HASH noted earlier: also checks that the chain still passes there." };
    private readonly Option<DateOnly?> _from = new("--from") { Description = "First day, 2026-11-01; from the beginning when not given." };
    private readonly Option<DateOnly?> _to = new("--to") { Description = "The day after the last, 2026-12-01; to the end when not given." };
    private readonly Option<DateOnly> _before = new("--before") { Description = "The first day that stays.", Required = true };
    private readonly Option<string> _format = new("--format") { Description = "jsonl: one JSON object a line, exact | csv: for spreadsheets.", DefaultValueFactory = _ => "jsonl" };
    private readonly string _path;
    private readonly Func<JournalFile> _open;

    private readonly DateTimeOffset _now;

    private JournalCommand(string path, Func<JournalFile> open, DateTimeOffset now)
    {
        (_path, _open, _now) = (path, open, now);
        _format.AcceptOnlyFromAmong("jsonl", "csv");
    }

    public static Task<int> RunAsync(string[] args, IConfiguration configuration, IServiceProvider services) =>
        new JournalCommand(JournalServices.PathOf(configuration), services.GetRequiredService<JournalFile>, services.GetRequiredService<TimeProvider>().GetUtcNow()).Root().Parse(args).InvokeAsync();

    private RootCommand Root()
    {
        var verify = new Command("verify", "Follows the whole chain. 0: it holds; 1: it is broken, and the first broken line is named; 2: it cannot be read.") { _expect };
        verify.SetAction(parsed => Reading(parsed, journal => Verify(parsed, journal)));
        var export = new Command("export", "Writes the lines of a period to the standard output, oldest first. Days are those of Paris.") { _from, _to, _format };
        export.SetAction(parsed => Reading(parsed, journal => Export(parsed, journal)));
        var note = new Command("note", "Writes each line of the standard input as a remark (a restored backup, an incident, a visit) and prints its number once it is on the disk.");
        note.SetAction(parsed => Reading(parsed, journal => Note(parsed, journal)));
        var archive = new Command("archive", "Writes the lines from before a day, five years ago at least, to the standard output as JSON lines, then takes them out of the journal.") { _before };
        archive.SetAction(parsed => Reading(parsed, journal => Archive(parsed, journal)));
        return new RootCommand("The journal of who did what.") { verify, export, note, archive };
    }

    private int Reading(ParseResult parsed, Func<JournalFile, int> work)
    {
        var error = parsed.InvocationConfiguration.Error;
        if (!File.Exists(_path))
        {
            error.WriteLine($"There is no journal at '{Path.GetFullPath(_path)}'. TELEMETRY_DATA names the folder it is in.");
            return Unreadable;
        }

        try
        {
            return work(_open());
        }
        catch (Exception wrong) when (wrong is JournalException or InvalidDataException)
        {
            error.WriteLine(wrong.Message);
            return Unreadable;
        }
    }

    private int Verify(ParseResult parsed, JournalFile journal)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var verdict = journal.Verify();
        if (!verdict.Holds)
        {
            error.WriteLine(verdict.BrokenAt is { } line
                ? string.Create(CultureInfo.InvariantCulture, $"Broken at line {line}: {verdict.Fault}. The {verdict.Lines} lines before it hold.")
                : string.Create(CultureInfo.InvariantCulture, $"Weakened: {verdict.Fault} ({verdict.Lines} lines)."));
            return Broken;
        }

        if (parsed.GetValue(_expect) is { Length: > 0 } expected && !Passes(journal, expected))
        {
            error.WriteLine($"Rewritten: every line follows the one before, but none is {expected}. The chain is not the one that was noted.");
            return Broken;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Holds: {verdict.Lines} lines. Head to note elsewhere: {verdict.HeadNumber}:{verdict.HeadHash}"));
        return 0;
    }

    private int Export(ParseResult parsed, JournalFile journal)
    {
        var output = parsed.InvocationConfiguration.Output;
        var lines = journal.Read(new() { From = Midnight(parsed.GetValue(_from)), To = Midnight(parsed.GetValue(_to)) }).Reverse();
        if (parsed.GetValue(_format) == "csv")
        {
            output.Write(System.Text.Encoding.UTF8.GetString(JournalExport.Csv(lines)));
            return 0;
        }

        foreach (var line in lines)
        {
            output.WriteLine(JournalExport.JsonLine(line));
        }

        return 0;
    }

    private static int Note(ParseResult parsed, JournalFile journal)
    {
        while (Console.In.ReadLine() is { } text)
        {
            if (text.Trim().Length > 0)
            {
                var line = journal.Append(new() { Action = JournalActions.JournalNoted, By = new(Environment.UserName, "", Actor.CommandLine), Reason = text, Outcome = "done" });
                parsed.InvocationConfiguration.Output.WriteLine(line.Number);
            }
        }

        return 0;
    }

    private int Archive(ParseResult parsed, JournalFile journal)
    {
        var (output, error, before) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, Midnight(parsed.GetValue(_before))!.Value);
        if (before > _now.AddYears(-Years))
        {
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Lines are kept {Years} years: --before may not be later than {_now.AddYears(-Years):yyyy-MM-dd}."));
            return Broken;
        }

        if (!journal.Verify().Holds)
        {
            error.WriteLine("Nothing was archived: the chain is broken. See 'dashboard journal verify'.");
            return Broken;
        }

        // A line follows the one before it by number, not by instant: what is cut is a beginning, up to the first line that stays.
        var old = journal.Read(new()).Reverse().TakeWhile(line => line.Recorded < before).ToList();
        old.ForEach(line => output.WriteLine(JournalExport.JsonLine(line)));
        output.Flush();
        if (old.Count > 0)
        {
            journal.Append(new()
            {
                Action = JournalActions.JournalArchived, By = new(Environment.UserName, "", Actor.CommandLine), Outcome = "done",
                Asked = string.Create(CultureInfo.InvariantCulture, $"lines {old[0].Number} to {old[^1].Number}, {old[^1].Hash}"),
            });
            journal.CutUpTo(old[^1].Number);
        }

        return 0;
    }

    private static bool Passes(JournalFile journal, string expected)
    {
        var words = expected.Split(':');
        return words.Length == 2 && long.TryParse(words[0], CultureInfo.InvariantCulture, out var number) && number < long.MaxValue
            && journal.Read(new() { Below = number + 1, Most = 1 }) is [var line] && line.Number == number && line.Hash == words[1];
    }

    private static DateTimeOffset? Midnight(DateOnly? day) =>
        day is { } one ? new DateTimeOffset(one.ToDateTime(TimeOnly.MinValue), Zone.GetUtcOffset(one.ToDateTime(TimeOnly.MinValue))) : null;
}
