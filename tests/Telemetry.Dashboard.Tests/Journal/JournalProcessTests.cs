using System.Diagnostics;
using System.Globalization;
using Telemetry.Dashboard.Journal;

namespace Telemetry.Dashboard.Tests.Journal;

/// <summary>The program itself: its command, its death, two of it at once.</summary>
public sealed class JournalProcessTests
{
    private static readonly string Program = Path.ChangeExtension(typeof(JournalFile).Assembly.Location, ".dll");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_WholeThenTampered_SaysSoWithItsExitCode()
    {
        using var folder = new JournalFolder();
        folder.Add();
        var second = folder.Add();
        folder.Add();

        Assert.Equal((0, true), await RunAsync(folder.Folder, "Holds: 3 lines.", "journal", "verify", "--expect", $"2:{second.Hash}"));
        Assert.Equal((1, true), await RunAsync(folder.Folder, "Rewritten", "journal", "verify", "--expect", $"2:{new string('0', 64)}"));
        folder.Tamper("DROP TRIGGER lines_never_change; UPDATE lines SET Reason = 'x' WHERE Number = 2");
        Assert.Equal((1, true), await RunAsync(folder.Folder, "Broken at line 2: it does not say what it said when it was written. The 1 lines before it hold.", "journal", "verify"));
        Assert.Equal((2, true), await RunAsync(folder.Folder + "-nowhere", "There is no journal", "journal", "verify"));
    }

    [Fact]
    public async Task Export_Period_HasItsLinesOnly()
    {
        using var folder = new JournalFolder();
        folder.Add("paul");
        folder.Clock.Now = folder.Clock.Now.AddDays(1);
        folder.Add("anne, « chef »");

        Assert.Equal((0, true), await RunAsync(folder.Folder, "\"who\":\"anne, « chef »\"", "journal", "export", "--from", "2026-11-23", "--to", "2026-11-24"));
        Assert.Equal((0, false), await RunAsync(folder.Folder, "paul", "journal", "export", "--from", "2026-11-23"));
        Assert.Equal((0, true), await RunAsync(folder.Folder, "1,2026-11-22T13:02:00.000Z,2026-11-22T13:02:00.000Z,paul,Technician,web,session.opened,", "journal", "export", "--format", "csv", "--to", "2026-11-23"));
    }

    [Fact]
    public async Task Archive_AfterFiveYears_TakesTheBeginningAndTheChainGoesOn()
    {
        using var folder = new JournalFolder();
        folder.Clock.Now = new DateTimeOffset(2019, 3, 1, 8, 0, 0, TimeSpan.Zero);
        folder.Add("paul");
        folder.Add("anne");
        folder.Clock.Now = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
        folder.Add("lea");

        Assert.Equal((1, true), await RunAsync(folder.Folder, "Lines are kept 5 years", "journal", "archive", "--before", "2026-01-01"));
        Assert.Equal(3, folder.Journal.Verify().Lines);
        Assert.Equal((0, true), await RunAsync(folder.Folder, "\"who\":\"anne\"", "journal", "archive", "--before", "2020-01-01"));
        Assert.Equal(["journal.archived", "session.opened"], folder.Journal.Read(new()).Select(line => line.Action));
        Assert.Equal((2L, ""), (folder.Journal.Verify().Lines, folder.Journal.Verify().Fault));
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => folder.Tamper("DELETE FROM lines"));
        folder.Tamper("DROP TRIGGER lines_never_go; DELETE FROM lines WHERE Number = 3");
        Assert.Equal(3, folder.Journal.Verify().BrokenAt);
    }

    /// <summary>Two processes write as fast as they can; one is killed in the middle. Every line that was acknowledged is there, and the chain does not fork.</summary>
    [Fact]
    public async Task Kill_OneOfTwoWritersInTheMiddle_LeavesAWholeChain()
    {
        using var folder = new JournalFolder();
        folder.Add();
        using var killed = Start(folder.Folder, "journal", "note");
        using var other = Start(folder.Folder, "journal", "note");
        var feeding = Task.WhenAll(FeedAsync(killed, 100_000), FeedAsync(other, 60));
        var acknowledged = new List<string?>();
        while (acknowledged.Count < 80)
        {
            acknowledged.Add(await killed.StandardOutput.ReadLineAsync(Cancel));
        }

        killed.Kill();
        acknowledged.AddRange((await killed.StandardOutput.ReadToEndAsync(Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        acknowledged.AddRange((await other.StandardOutput.ReadToEndAsync(Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        await feeding;

        var there = folder.Journal.Read(new()).Select(line => line.Number.ToString(CultureInfo.InvariantCulture)).ToHashSet(StringComparer.Ordinal);
        Assert.InRange(acknowledged.Count, 140, 99_999);
        Assert.All(acknowledged, number => Assert.Contains(number!, there));
        Assert.Equal("", folder.Journal.Verify().Fault);
        Assert.Equal(there.Count, folder.Journal.Verify().Lines);
    }

    private static async Task FeedAsync(Process process, int lines)
    {
        try
        {
            for (var count = 0; count < lines; count++)
            {
                await process.StandardInput.WriteLineAsync("remarque " + count.ToString(CultureInfo.InvariantCulture));
            }

            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It was killed while it listened, as wanted.
        }
    }

    private static async Task<(int Exit, bool Said)> RunAsync(string folder, string words, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
        await process.WaitForExitAsync(Cancel);
        var all = await output + await error;
        return (process.ExitCode, all.Contains(words, StringComparison.Ordinal));
    }

    private static Process Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["TELEMETRY_DATA"] = folder;
        return Process.Start(start)!;
    }
}
