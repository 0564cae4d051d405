using Telemetry.Analytics.Ingest;
using Telemetry.Model.Control;

namespace Telemetry.Analytics.Tests.Ingest;

public sealed class OrderLifeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void InOrder_TheCentreGaveUpAndTheGatewaySpokeLater_TheGatewayWins() => Assert.Equal(
        [OrderState.Requested, OrderState.Checked, OrderState.Confirmed],
        States((OrderState.Requested, 0, true), (OrderState.Expired, 60, true), (OrderState.Confirmed, 20, false), (OrderState.Checked, 10, false)));

    [Fact]
    public void InOrder_NobodySpoke_ItExpired() => Assert.Equal(
        [OrderState.Requested, OrderState.Expired], States((OrderState.Expired, 60, true), (OrderState.Requested, 0, true)));

    [Fact]
    public void InOrder_GatewayClockBehind_StepsStillFollow() => Assert.Equal(
        [OrderState.Requested, OrderState.Confirmed, OrderState.Replaced],
        States((OrderState.Replaced, -50, false), (OrderState.Requested, 0, true), (OrderState.Confirmed, -60, false)));

    [Fact]
    public void InOrder_WholeLife_EachStepAfterTheOneBefore() => Assert.Equal(
        [OrderState.Requested, OrderState.Checked, OrderState.Sent, OrderState.Confirmed, OrderState.EffectSeen, OrderState.Released],
        States((OrderState.Released, 9, false), (OrderState.EffectSeen, 9, false), (OrderState.Confirmed, 2, false), (OrderState.Sent, 2, false), (OrderState.Checked, 2, false), (OrderState.Requested, 0, true)));

    [Theory]
    [InlineData(OrderKind.Override, OrderState.Confirmed, true)]
    [InlineData(OrderKind.Override, OrderState.EffectSeen, true)]
    [InlineData(OrderKind.Force, OrderState.NoEffect, true)]
    [InlineData(OrderKind.SafeState, OrderState.Confirmed, true)]
    [InlineData(OrderKind.Override, OrderState.Sent, false)]
    [InlineData(OrderKind.Override, OrderState.Released, false)]
    [InlineData(OrderKind.Release, OrderState.Confirmed, false)]
    public void InForce_ByKindAndStep(OrderKind kind, OrderState state, bool inForce)
    {
        var order = new Order
        {
            Id = Guid.Empty, Kind = kind, Point = default, Value = 20, Until = Noon, RequestedAt = Noon, ExpiresAt = Noon, By = "Camille", Reason = "",
        };

        Assert.Equal(inForce, new OrderStory(order, [new OrderReport { Order = Guid.Empty, State = state, At = Noon }]).InForce);
    }

    private static IEnumerable<OrderState> States(params (OrderState State, int Second, bool FromCentre)[] steps) =>
        OrderLife.InOrder(steps.Select(step => (
            new OrderReport { Order = Guid.Empty, State = step.State, At = Noon.AddSeconds(step.Second) }, step.FromCentre)))
            .Select(report => report.State);
}
