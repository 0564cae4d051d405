using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Operation;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.Indicators.Operation;

/// <summary>Figures of a boiler room's operation, worked out by hand.</summary>
public sealed class OperationFiguresTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 7, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly PointId Point = new(new EquipmentId("valmont", "gw-ecole", "chaufferie"), "any");

    [Fact]
    public void RoomExcess_OccupiedThenEmpty_CountsEachByItsOwnRule()
    {
        // Two hours occupied at 19 °C: 21 °C (1 K over the tolerance), then 17.5 °C (1 K under it). Two hours empty with 16 °C allowed: 17 and 15 °C.
        Occupancy[] plan = [new(Start, Start.AddHours(2), true, 19, 16), new(Start.AddHours(2), Start.AddHours(4), false, 16, 16)];

        var excess = RoomExcess.Of(Series(21, 17.5, 17, 15), plan, Start, Start.AddHours(4), Hour);

        Assert.Equal((1, 1, 0.5), (excess.Overheating.Value, excess.Discomfort.Value, excess.UnoccupiedExcess.Value));
        Assert.Equal(1, excess.Overheating.Coverage);
    }

    [Fact]
    public void RoomExcess_GapOrNobodyEver_IsUnknownAndNeverZero()
    {
        Occupancy[] plan = [new(Start, Start.AddHours(4), true, 19, 16)];

        var excess = RoomExcess.Of([At(0, 21)], plan, Start, Start.AddHours(4), Hour);
        Assert.Equal((1, 0.25), (excess.Overheating.Value, excess.Overheating.Coverage));
        Assert.Equal(FigureProblem.NoDenominator, excess.UnoccupiedExcess.Problem);
        Assert.Equal(FigureProblem.NoReading, RoomExcess.Of([], plan, Start, Start.AddHours(4), Hour).Discomfort.Problem);
    }

    [Fact]
    public void RegulationError_WhileThePumpRuns_Only()
    {
        var error = RegulationError.Of(Series(50, 40, 60, 30), Series(52, 45, 60, 60), Series(1, 1, 1, 0), Start, Start.AddHours(4), Hour);

        Assert.Equal((7.0 / 3, 0.75), (error.Value, error.Coverage));
        Assert.Equal(FigureProblem.NoReading, RegulationError.Of(Series(50), Series(50), Series(0), Start, Start.AddHours(1), Hour).Problem);
    }

    [Fact]
    public void ForcedTime_CountsOrdersAndSafety_AndSaysWhich()
    {
        var levels = Series((int)LadderLevel.Week, (int)LadderLevel.Forced, (int)LadderLevel.SafeState, (int)LadderLevel.Boost);

        var hours = ForcedTime.Hours(levels, Start, Start.AddHours(4), Hour);

        Assert.Equal((3, 1), (hours.Value, hours.Coverage));
        Assert.Equal(1, hours.Lines.Single(line => line.Label == nameof(LadderLevel.SafeState)).Result);
    }

    [Fact]
    public void KnownShare_OfGaps() => Assert.Equal(0.5, KnownShare.Of([At(0, 1), At(3, 1)], Start, Start.AddHours(4), Hour).Value);

    [Fact]
    public void OrderRates_OfWhatWasWritten()
    {
        OrderState[][] orders =
        [
            [OrderState.Requested, OrderState.Checked, OrderState.Sent, OrderState.Confirmed, OrderState.EffectSeen],
            [OrderState.Requested, OrderState.Checked, OrderState.Sent, OrderState.Confirmed, OrderState.NoEffect, OrderState.Released],
            [OrderState.Requested, OrderState.Checked, OrderState.Sent, OrderState.Unconfirmed, OrderState.Released],
            [OrderState.Requested, OrderState.Refused],
            [OrderState.Requested, OrderState.Expired],
        ];

        var rates = OrderRates.Of(orders, Start, Start.AddDays(1));

        Assert.Equal((2.0 / 3, 0.5), (rates.Confirmed.Value, rates.Effective.Value));
        Assert.Equal(FigureProblem.NoDenominator, OrderRates.Of([], Start, Start.AddDays(1)).Confirmed.Problem);
    }

    private static Sample At(int hour, double value) => new(Point, Start.AddHours(hour), value, Quality.Good);

    private static IReadOnlyList<Sample> Series(params double[] hours) => [.. hours.Select((value, hour) => At(hour, value))];
}
