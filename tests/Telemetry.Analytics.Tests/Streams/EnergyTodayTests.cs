using System.Reactive.Linq;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Streams;

namespace Telemetry.Analytics.Tests.Streams;

public sealed class EnergyTodayTests
{
    private static readonly TimeZoneInfo Paris = SmallTown.Paris;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>One day with a false zero, a spike, a gap and a fall: live and recomputed agree to the last digit that counts.</summary>
    [Theory]
    [InlineData("2026-03-29")]
    [InlineData("2026-10-25")]
    [InlineData("2026-11-20")]
    public void SinceMidnight_AWholeDay_AgreesWithTheRecomputedDay(string text)
    {
        var day = DateOnly.Parse(text, null);
        var readings = FaultyDay(CivilDays.Start(day, Paris).AddMinutes(-25), CivilDays.End(day, Paris).AddMinutes(-1)).ToList();

        var live = readings.ToObservable().SinceMidnight(Paris, CounterRules.Unknown, Longest).ToEnumerable().Last();

        var hours = Slices.Cut(CounterReader.Read(readings, CounterRules.Unknown).Intervals, CivilDays.HourEdges(day, Paris), Longest);
        var recomputed = Slices.Join([.. hours]);
        Assert.True(recomputed.Amount > 20);
        Assert.Equal((recomputed.From, recomputed.To), (live.From, live.To));
        Assert.Equal(recomputed.Amount, live.Amount, 1e-9);
        Assert.Equal(recomputed.Estimated, live.Estimated, 1e-9);
        Assert.Equal(recomputed.Measured.TotalSeconds, live.Measured.TotalSeconds, 1e-3);
        Assert.Equal(recomputed.Known.TotalSeconds, live.Known.TotalSeconds, 1e-3);
    }

    private static IEnumerable<Reading> FaultyDay(DateTimeOffset from, DateTimeOffset to)
    {
        var (register, place) = (1000.0, 0);
        for (var at = from; at < to; at += TimeSpan.FromMinutes(7), place++)
        {
            register = place == 150 ? 0.5 : register + ((place % 5) * 0.25);
            if (place is < 60 or > 80)
            {
                yield return new Reading(at, place switch { 30 => 0, 100 => register + 9000, _ => register });
            }
        }
    }
}
