using System.Diagnostics;
using System.Globalization;
using Telemetry.Analytics.History;
using Telemetry.Analytics.History.Sqlite;
using Telemetry.Messaging.Tests.Brokers;

namespace Telemetry.Analytics.Tests.History;

public sealed class SqliteHistoryTests : HistoryContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("history-");
    private SqliteHistory _history;

    public SqliteHistoryTests() => _history = new SqliteHistory(Path);

    protected override IHistory History => _history;

    private string Path => System.IO.Path.Combine(_folder.FullName, "history.db");

    public void Dispose()
    {
        _history.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Open_FileThatIsNoDatabase_SaysSoAndWhatToDo()
    {
        var path = System.IO.Path.Combine(_folder.FullName, "broken.db");
        File.WriteAllText(path, new string('x', 5000));

        var wrong = Assert.Throws<StoreFileException>(() => new SqliteHistory(path));

        Assert.Contains(path, wrong.Message, StringComparison.Ordinal);
        Assert.Contains("backup", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FileOfANewerVersion_IsRefused()
    {
        var path = System.IO.Path.Combine(_folder.FullName, "newer.db");
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            connection.Execute("PRAGMA user_version = 99");
        }

        Assert.Contains("99", Assert.Throws<StoreFileException>(() => new SqliteHistory(path)).Message, StringComparison.Ordinal);
    }

    /// <summary>A child process writes and says what it was told is held; it is killed at any moment, several times.</summary>
    [Fact]
    public void Append_ProcessKilled_HoldsAllThatWasAcknowledged()
    {
        _history.Dispose();
        var acknowledged = 0L;
        for (var life = 0; life < 4; life++)
        {
            acknowledged = Math.Max(acknowledged, WriteUntilKilled(lines: 40 + (life * 23)));
        }

        _history = new SqliteHistory(Path);
        var samples = _history.Read(Meter, Noon, Noon.AddDays(30));
        Assert.True(acknowledged >= 40, "the writer never got going");
        Assert.True(samples.Count >= acknowledged * 2, $"{acknowledged} batches were acknowledged, {samples.Count} samples are held");
        Assert.Equal(0, samples.Count % 2);
        Assert.Equal(samples.Count, _history.Count());
        Assert.Equal(samples.Count / 2, _history.Append(Batch(1, 1)));
        Assert.Equal(Enumerable.Range(0, samples.Count).Select(second => Noon.AddSeconds(second)), samples.Select(sample => sample.At));
    }

    protected override void Reopen()
    {
        _history.Dispose();
        _history = new SqliteHistory(Path);
    }

    private long WriteUntilKilled(int lines)
    {
        using var writer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { [HistoryWriterProcess.Variable] = Path },
        })!;
        var last = 0L;
        for (var line = 0; line < lines; line++)
        {
            last = long.Parse(writer.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the writer ended"), CultureInfo.InvariantCulture);
        }

        writer.Kill();
        writer.WaitForExit();
        Until.True(() => writer.HasExited, "the writer is gone");
        while (writer.StandardOutput.ReadLine() is { } more && long.TryParse(more, CultureInfo.InvariantCulture, out var held))
        {
            last = held;
        }

        return last;
    }
}
