using System.Text.Json;

namespace Telemetry.EndToEnd.Tests;

/// <summary>One whole day of the town in two minutes, through the real broker, against the simulator's own books.</summary>
public sealed class DayTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 1, 14, 23, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task AcceleratedDay_HistoryAndBooks_AgreeWithinHalfAPercent()
    {
        await using var town = await Town.StartAsync(Midnight, speed: 720);
        await Until.TrueAsync(TimeSpan.FromSeconds(300), "a day has passed in the town", async () => Instant(await town.ReadBooksAsync()) >= Midnight.AddHours(24));
        using var books = await town.ReadBooksAsync();
        var closed = Instant(books);
        var history = new HistoryFile(town.HistoryFile);
        var meters = books.RootElement.GetProperty("meters").EnumerateArray().ToList();
        await Until.TrueAsync(TimeSpan.FromSeconds(60), "the history goes past the books", () => meters.TrueForAll(meter => history.Read(Id(meter)) is [.., var last] && last.At > closed));

        Assert.True(meters.Count >= 12, $"Only {meters.Count} meters in the books.");
        Assert.All(meters, meter => AssertAgrees(meter, history.Read(Id(meter)), closed));
        Assert.Equal(0, history.Duplicates());

        // A healthy town raises no alarm, not even one that others explain.
        Assert.Equal(0, HistoryFile.Scalar(Path.Combine(town.Folder, "dashboard", "alarms.db"), "SELECT COUNT(*) FROM alarms"));
    }

    private static void AssertAgrees(JsonElement meter, IReadOnlyList<(DateTimeOffset At, double Value)> readings, DateTimeOffset closed)
    {
        var before = readings.Last(reading => reading.At <= closed);
        var after = readings.First(reading => reading.At > closed);
        var atClose = before.Value + ((after.Value - before.Value) * ((closed - before.At) / (after.At - before.At)));
        var start = meter.GetProperty("registerAtStart").GetDouble() * meter.GetProperty("registerScale").GetDouble();
        var counted = atClose - start;
        var truth = meter.GetProperty("sinceStart").GetDouble();

        Assert.True(truth > 0, $"{Id(meter)} counted nothing in a day.");
        // One step of the register is what a meter cannot show: a gas pulse, or the last digit of an old electricity register.
        var step = meter.GetProperty("registerUnit").GetString() == "pulse" ? meter.GetProperty("registerScale").GetDouble() : 0.02;
        Assert.True(Math.Abs(counted - truth) <= (0.005 * truth) + step, $"{Id(meter)}: history {counted}, books {truth}.");
        Assert.All(readings.Zip(readings.Skip(1)), pair => Assert.True(pair.Second.Value >= pair.First.Value, $"{Id(meter)} fell at {pair.Second.At}."));
    }

    private static string Id(JsonElement meter) => meter.GetProperty("id").GetString()!;

    private static DateTimeOffset Instant(JsonDocument books) => books.RootElement.GetProperty("instant").GetDateTimeOffset();
}
