using Telemetry.Gateway.Control;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Control;

/// <summary>Interlock S06: a write is not a result.</summary>
public sealed class EffectRuleTests
{
    private static readonly PlantFacts Before = new() { Room = 18, Flow = 40, FlowSetpoint = 50, ActiveSetpoint = 19, Pump = true };

    [Fact]
    public void Seen_ControllerFollowsAnotherSetPoint_NotYet() =>
        Assert.False(EffectRule.Seen(Asking(21), Before, Before with { ActiveSetpoint = 19, Pump = true }));

    [Fact]
    public void Seen_HeatWanted_PumpRunsOrWaterRises()
    {
        var follows = Before with { ActiveSetpoint = 21 };

        Assert.True(EffectRule.Seen(Asking(21), Before, follows));
        Assert.False(EffectRule.Seen(Asking(21), Before, follows with { Pump = false }));
        Assert.False(EffectRule.Seen(Asking(21), Before, follows with { Pump = false, Flow = 42.9 }));
        Assert.True(EffectRule.Seen(Asking(21), Before, follows with { Pump = false, Flow = 43 }));
        Assert.True(EffectRule.Seen(Asking(21), Before, new PlantFacts { ActiveSetpoint = 21, Room = 18 }));
    }

    [Fact]
    public void Seen_NoHeatWanted_PumpStopsOrWaterFalls()
    {
        var follows = Before with { ActiveSetpoint = 16 };

        Assert.False(EffectRule.Seen(Asking(16), Before, follows));
        Assert.True(EffectRule.Seen(Asking(16), Before, follows with { Pump = false }));
        Assert.True(EffectRule.Seen(Asking(16), Before, follows with { Flow = 37 }));
        Assert.True(EffectRule.Seen(Asking(16), Before, follows with { FlowSetpoint = 48 }));
    }

    [Fact]
    public void Seen_ForcedStop_IsSeenAtTheWater()
    {
        var stop = Asking((double)HeatingMode.Standby) with { Kind = OrderKind.Force };

        Assert.False(EffectRule.Seen(stop, Before, Before));
        Assert.True(EffectRule.Seen(stop, Before, Before with { Pump = false }));
    }

    [Fact]
    public void Seen_RoomIsThere_TheSetPointIsEnough() => Assert.True(EffectRule.Seen(Asking(18), Before, Before with { ActiveSetpoint = 18, Pump = false }));

    [Fact]
    public void Seen_NothingToSeeItBy_NoWord() => Assert.Null(EffectRule.Seen(Asking(21), Before, new PlantFacts { Room = 18 }));

    private static Order Asking(double value) => new()
    {
        Id = Guid.NewGuid(), Kind = OrderKind.Override, Point = new PointId(default, "room.temperature.sp"), Value = value, Until = default, RequestedAt = default, ExpiresAt = default, By = "", Reason = "",
    };
}
