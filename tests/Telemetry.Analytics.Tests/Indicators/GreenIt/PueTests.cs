using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Indicators.GreenIt;

namespace Telemetry.Analytics.Tests.Indicators.GreenIt;

public sealed class PueTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_TwoHours_IsTheRoomOverItsIt()
    {
        var pue = Pue.Of(Hours((2, 60), (3, 60)), Hours((1, 60), (1, 60)));

        Assert.Equal(7.0 / 5, pue.Value, 1e-9);
        Assert.Equal(pue.Value, pue.Lines.Sum(line => line.Result), 1e-9);
        Assert.Equal(1, pue.Coverage, 1e-9);
        Assert.All(pue.Lines, line => Assert.Equal(LineNote.PartialPerimeter, line.Note));
    }

    [Fact]
    public void Of_HourKnownOnOneSideOnly_IsLeftOut()
    {
        var pue = Pue.Of(Hours((2, 60), (3, 60)), Hours((1, 60), (0.1, 10)));

        Assert.Equal(1.5, pue.Value, 1e-9);
        Assert.Equal(0.5, pue.Coverage, 1e-9);
    }

    [Fact]
    public void Of_NoItEnergy_IsRefused() =>
        Assert.Equal(FigureProblem.NoDenominator, Pue.Of(Hours((0, 60)), Hours((1, 60))).Problem);

    [Fact]
    public void Of_NothingKnown_IsRefused() =>
        Assert.Equal(FigureProblem.NoReading, Pue.Of(Hours((0, 0)), Hours((1, 60))).Problem);

    private static List<Slice> Hours(params (double KWh, int Minutes)[] hours) =>
    [
        .. hours.Select((hour, place) => new Slice(
            Start.AddHours(place), Start.AddHours(place + 1), hour.KWh, 0, TimeSpan.FromMinutes(hour.Minutes), TimeSpan.FromMinutes(hour.Minutes))),
    ];
}
