using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Telemetry.Dashboard.Journal;

namespace Telemetry.Dashboard.Tests.Journal;

public sealed class JournalFileTests
{
    [Fact]
    public void Append_Lines_FollowEachOtherFromTheGenesis()
    {
        using var folder = new JournalFolder();
        var first = folder.Add();
        var second = folder.Add();

        Assert.Equal((1, 2), (first.Number, second.Number));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("Telemetry journal, form 1"))), first.Previous);
        Assert.Equal(first.Hash, second.Previous);
        Assert.Equal([second, first], folder.Journal.Read(new()));
        Assert.Equal(new JournalVerdict(2, 2, second.Hash, null, ""), folder.Journal.Verify());
    }

    /// <summary>The form is the one that is documented: anybody can write this check again.</summary>
    [Fact]
    public void HashOf_Line_IsTheDigestOfTheDocumentedForm()
    {
        using var folder = new JournalFolder();
        var line = folder.Add("rené");
        var form = line.Previous + "1:1,13:1795352520000,13:1795352520000,5:rené,10:Technician,3:web,14:session.opened,0:,0:,0:,0:,0:,0:,0:,4:done,0:,";

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(form))), line.Hash);
    }

    [Fact]
    public void Append_ControlCharactersAndLength_AreTamed()
    {
        using var folder = new JournalFolder();
        var line = folder.Add(reason: "a\r\nb\0c\u2028d" + new string('x', 5000) + "\ud800");

        Assert.StartsWith("a  b c d", line.Reason, StringComparison.Ordinal);
        Assert.Equal(JournalEntry.LongestText, line.Reason.Length);
        Assert.Equal(line, folder.Journal.Read(new()).Single());
        Assert.True(folder.Journal.Verify().Holds);
    }

    [Fact]
    public void Append_HalfASurrogate_StillVerifies()
    {
        using var folder = new JournalFolder();
        var line = folder.Add(reason: "\ud800!");

        Assert.Equal(line, folder.Journal.Read(new()).Single());
        Assert.True(folder.Journal.Verify().Holds);
    }

    [Fact]
    public void Append_SameStepTwice_IsOneLine()
    {
        using var folder = new JournalFolder();
        var entry = new JournalEntry { Action = JournalActions.OrderStep, By = new("a", "", "gateway g"), At = folder.Clock.Now, Outcome = "Confirmed", Reference = "r" };
        var first = folder.Journal.Append(entry);

        Assert.Equal(first, folder.Journal.Append(entry));
        Assert.NotEqual(first, folder.Journal.Append(entry with { Outcome = "Released" }));
        Assert.NotEqual(first, folder.Journal.Append(entry with { At = folder.Clock.Now.AddSeconds(1) }));
    }

    [Theory]
    [InlineData("UPDATE lines SET Who = 'x' WHERE Number = 1", "no line is changed")]
    [InlineData("DELETE FROM lines", "no line is taken away")]
    [InlineData("DELETE FROM anchors", "no anchor is taken away")]
    [InlineData("UPDATE anchors SET Hash = ''", "no anchor is changed")]
    [InlineData("INSERT INTO lines SELECT 3, 0, 0, '', '', '', '', '', '', '', '', '', '', '', '', '', 'fork', 'x'", "a line follows the last one")]
    [InlineData("INSERT OR REPLACE INTO lines SELECT 1, 0, 0, '', '', '', '', '', '', '', '', '', '', '', '', '', Previous, 'x' FROM lines WHERE Number = 1", "a line follows the last one")]
    public void Guards_AnyChange_IsRefused(string sql, string why)
    {
        using var folder = new JournalFolder();
        folder.Add();
        folder.Add();

        var refused = Assert.Throws<SqliteException>(() => folder.Tamper(sql));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.True(folder.Journal.Verify().Holds);
    }

    [Theory]
    [InlineData("UPDATE lines SET Asked = '30 °C' WHERE Number = 3", 3, "does not say what it said")]
    [InlineData("UPDATE lines SET AtMs = AtMs + 1 WHERE Number = 2", 2, "does not say what it said")]
    [InlineData("DELETE FROM lines WHERE Number = 2", 2, "missing")]
    [InlineData("DELETE FROM lines WHERE Number = 1", 1, "missing")]
    [InlineData("DELETE FROM lines WHERE Number > 3", 4, "2 lines were cut off the end")]
    [InlineData("UPDATE lines SET Previous = 'x' WHERE Number = 4", 4, "does not follow")]
    [InlineData("UPDATE anchors SET Hash = 'x'", 1, "genesis")]
    public void Verify_TamperedWithoutGuards_NamesTheFirstBrokenLine(string sql, long number, string fault)
    {
        using var folder = new JournalFolder();
        for (var count = 0; count < 5; count++)
        {
            folder.Add();
        }

        folder.Tamper("DROP TRIGGER lines_never_change; DROP TRIGGER lines_never_go; DROP TRIGGER anchors_never_change;" + sql);
        var verdict = folder.Journal.Verify();

        Assert.Equal(number, verdict.BrokenAt);
        Assert.Equal(number - 1, verdict.Lines);
        Assert.Contains(fault, verdict.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_GuardsTakenOff_IsSaid()
    {
        using var folder = new JournalFolder();
        folder.Add();
        folder.Tamper("DROP TRIGGER lines_never_change");

        Assert.Contains("guards", folder.Journal.Verify().Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Append_TwoStoresAtOnce_DoNotFork()
    {
        using var folder = new JournalFolder();
        using var other = folder.Open();
        Parallel.For(0, 60, new ParallelOptions { MaxDegreeOfParallelism = 6, CancellationToken = TestContext.Current.CancellationToken }, index =>
            (index % 2 == 0 ? folder.Journal : other).Append(new() { Action = JournalActions.SessionOpened, By = new("a", "", "web") }));

        Assert.Equal((60, true), (folder.Journal.Verify().Lines, folder.Journal.Verify().Holds));
    }

    [Fact]
    public void Append_FileOnAFullOrClosedDisk_Throws()
    {
        using var folder = new JournalFolder();
        folder.Tamper("CREATE TRIGGER full BEFORE INSERT ON lines BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");

        var wrong = Assert.Throws<JournalException>(() => folder.Add());
        Assert.Contains("cannot be used", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Filters_KeepWhatMatches()
    {
        using var folder = new JournalFolder();
        var start = folder.Clock.Now;
        JournalLine Put(string who, JournalAction action, string on, string reason) =>
            folder.Journal.Append(new() { Action = action, By = new(who, "", "web"), Object = on, Reason = reason });
        var a = Put("paul", JournalActions.OrderAsked, "v/g/chaufferie/sp", "Conseil");
        folder.Clock.Now = start.AddHours(1);
        var b = Put("anne", JournalActions.OrderAsked, "v/g/chaufferie2/sp", "");
        var c = Put("anne", JournalActions.SessionClosed, "", "");

        Assert.Equal([c, b], folder.Journal.Read(new() { Who = "anne" }));
        Assert.Equal([b, a], folder.Journal.Read(new() { Action = "order.asked" }));
        Assert.Equal([a], folder.Journal.Read(new() { To = start.AddHours(1) }));
        Assert.Equal([c, b], folder.Journal.Read(new() { From = start.AddHours(1) }));
        Assert.Equal([a], folder.Journal.Read(new() { Text = "conseil" }));
        Assert.Equal([b], folder.Journal.Read(new() { Below = c.Number, Most = 1 }));
        Assert.Equal([a], folder.Journal.About(new("v", "g", "chaufferie"), 10));
    }
}
