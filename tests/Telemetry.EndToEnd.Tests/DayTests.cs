using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Telemetry.EndToEnd.Tests;

/// <summary>One whole day of the town in two minutes, through the real broker, against the simulator's own books.</summary>
public sealed partial class DayTests
{
    private const double GasKWhPerCubicMetre = 11.20;
    private static readonly TimeSpan Evening = TimeSpan.FromHours(4);
    private static readonly DateTimeOffset Midnight = new(2026, 1, 14, 23, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task AcceleratedDay_HistoryAndBooks_AgreeWithinHalfAPercent()
    {
        await using var town = await Town.StartAsync(Midnight - Evening, speed: 720);
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

        // Four hours before midnight, twenty seconds of ours, everything was read already: that day is known whole, and its efficiency is printed.
        await AssertEfficiencyAsync(town, history, "gw-ecole", least: 72, most: 85);
        await AssertEfficiencyAsync(town, history, "gw-mairie", least: 88, most: 98);
    }

    /// <summary>What the dossier prints against heat ÷ gas of the raw readings of the only whole day.</summary>
    private static async Task AssertEfficiencyAsync(Town town, HistoryFile history, string gateway, double least, double most)
    {
        double OfDay(string point) => At(history.Read($"{gateway}/{point}"), Midnight.AddHours(24)) - At(history.Read($"{gateway}/{point}"), Midnight);
        var truth = 100 * OfDay("chaleur/energy.heat") / (OfDay("gaz/gas.volume") * GasKWhPerCubicMetre);
        await using var visit = await Visit.StartAsync(town.Address, width: 1280);
        await visit.SignInAsync("technicien");
        await visit.Page.GotoAsync($"{town.Address}/chaufferies/{gateway}/chaufferie/dossier");
        var row = await visit.Page.Locator("tr", new() { HasText = "Rendement sur PCS" }).InnerTextAsync();
        var printed = Percent().Match(row);

        Assert.True(printed.Success, row);
        Assert.InRange(truth, least, most);
        Assert.Equal(truth, double.Parse(printed.Groups["share"].Value, CultureInfo.InvariantCulture), 1.0);
    }

    [GeneratedRegex(@"(?<share>[0-9]+)\s%, mesuré", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Percent();

    private static double At(IReadOnlyList<(DateTimeOffset At, double Value)> readings, DateTimeOffset instant)
    {
        var before = readings.Last(reading => reading.At <= instant);
        var after = readings.First(reading => reading.At > instant);
        return before.Value + ((after.Value - before.Value) * ((instant - before.At) / (after.At - before.At)));
    }

    private static void AssertAgrees(JsonElement meter, IReadOnlyList<(DateTimeOffset At, double Value)> readings, DateTimeOffset closed)
    {
        var atClose = At(readings, closed);
        var start = meter.GetProperty("registerAtStart").GetDouble() * meter.GetProperty("registerScale").GetDouble();
        var counted = atClose - start;
        var truth = meter.GetProperty("sinceStart").GetDouble();

        Assert.True(truth > 0, $"{Id(meter)} counted nothing in a day.");
        // One step of the register is what a meter cannot show: a gas pulse, a kilowatt-hour of heat, or the last digit of an old electricity register.
        var step = meter.GetProperty("registerUnit").GetString() == "pulse" ? meter.GetProperty("registerScale").GetDouble() : Id(meter).EndsWith("energy.heat", StringComparison.Ordinal) ? 1 : 0.02;
        Assert.True(Math.Abs(counted - truth) <= (0.005 * truth) + step, $"{Id(meter)}: history {counted}, books {truth}.");
        Assert.All(readings.Zip(readings.Skip(1)), pair => Assert.True(pair.Second.Value >= pair.First.Value, $"{Id(meter)} fell at {pair.Second.At}."));
    }

    private static string Id(JsonElement meter) => meter.GetProperty("id").GetString()!;

    private static DateTimeOffset Instant(JsonDocument books) => books.RootElement.GetProperty("instant").GetDateTimeOffset();
}
