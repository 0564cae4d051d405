using Telemetry.Gateway.Control;
using Telemetry.Gateway.Control.Programmes;
using Telemetry.Model.Control;
using Telemetry.Model.Schedules;

namespace Telemetry.Gateway.Tests.Control.Programmes;

public sealed class LadderTests
{
    private static readonly Wanted Warm = new(HeatingMode.Comfort, 19);
    private static readonly Wanted Cold = new(HeatingMode.Reduced, 16);

    private static readonly Ladder.Rungs All = new()
    {
        Fault = true, Local = true, InSafety = true, Protection = Cold, Equipment = Cold, Held = (OrderRole.Technician, Warm), Programme = (ScheduleCause.Exception, Warm),
    };

    /// <summary>boiler-control.md §5.3, from the top: each rung taken away shows the next.</summary>
    [Fact]
    public void Decide_EachRungTakenAway_ShowsTheNext()
    {
        var rungs = All;
        Assert.Equal((LadderLevel.SafetyChain, null), Ladder.Decide(rungs));
        Assert.Equal((LadderLevel.Local, null), Ladder.Decide(rungs = rungs with { Fault = false }));
        Assert.Equal(LadderLevel.SafeState, Ladder.Decide(rungs = rungs with { Local = false }).Level);
        Assert.Equal(HeatingMode.Standby, Ladder.Decide(rungs).Wanted!.Mode);
        Assert.Equal((LadderLevel.Protection, Cold), Ladder.Decide(rungs = rungs with { InSafety = false }));
        Assert.Equal((LadderLevel.Equipment, Cold), Ladder.Decide(rungs = rungs with { Protection = null }));
        Assert.Equal((LadderLevel.Forced, Warm), Ladder.Decide(rungs = rungs with { Equipment = null }));
        Assert.Equal(LadderLevel.Boost, Ladder.Decide(rungs with { Held = (OrderRole.SiteUser, Warm) }).Level);
        Assert.Equal((LadderLevel.Exception, Warm), Ladder.Decide(rungs = rungs with { Held = null }));
        Assert.Equal(LadderLevel.Closed, Ladder.Decide(rungs with { Programme = (ScheduleCause.SchoolHoliday, Cold) }).Level);
        Assert.Equal(LadderLevel.Closed, Ladder.Decide(rungs with { Programme = (ScheduleCause.PublicHoliday, Cold) }).Level);
        Assert.Equal(LadderLevel.Closed, Ladder.Decide(rungs with { Programme = (ScheduleCause.Closure, Cold) }).Level);
        Assert.Equal(LadderLevel.Week, Ladder.Decide(rungs with { Programme = (ScheduleCause.Week, Cold) }).Level);
        Assert.Equal((LadderLevel.Controller, null), Ladder.Decide(rungs with { Programme = null }));
    }

    /// <summary>Numbers told to the centre: this test is the place to notice that one was changed.</summary>
    [Fact]
    public void Levels_AreElevenFromZero() => Assert.Equal(
        ["SafetyChain", "Local", "SafeState", "Protection", "Equipment", "Forced", "Boost", "Exception", "Closed", "Week", "Controller"],
        Enumerable.Range(0, 11).Select(number => ((LadderLevel)number).ToString()));
}
