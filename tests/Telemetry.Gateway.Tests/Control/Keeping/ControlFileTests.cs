using Telemetry.Gateway.Control;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Control.Keeping;

public sealed class ControlFileTests
{
    /// <summary>A change that is written again (confirmed, effect seen) is never gone in between: a boiler would stay forced and nobody would know.</summary>
    [Fact]
    public void Keep_CutShortHalfWay_TheChangeBeforeIsStillKept()
    {
        using var file = ControlFile.Open(":memory:", out _);
        var kept = new OverrideInForce { Order = Order(21), Previous = new Dictionary<string, double>(StringComparer.Ordinal) { ["room.temperature.sp"] = 19 } };
        file.Keep(kept);

        // No number goes into the table: the second half of the work fails as if the process had died there.
        Assert.ThrowsAny<Exception>(() => file.Keep(kept with { Order = kept.Order with { Value = double.NaN } }));
        Assert.Equal(21, Assert.Single(file.Overrides()).Order.Value);

        file.Keep(kept with { Confirmed = true });
        Assert.True(Assert.Single(file.Overrides()).Confirmed);
    }

    private static Order Order(double value) => new()
    {
        Id = Guid.NewGuid(),
        Kind = OrderKind.Override,
        Point = new PointId(new EquipmentId("town", "gw", "boiler"), "room.temperature.sp"),
        Value = value,
        RequestedAt = DateTimeOffset.UnixEpoch,
        Until = DateTimeOffset.UnixEpoch.AddHours(1),
        ExpiresAt = DateTimeOffset.UnixEpoch.AddMinutes(1),
        By = "Camille",
        Reason = "",
    };
}
