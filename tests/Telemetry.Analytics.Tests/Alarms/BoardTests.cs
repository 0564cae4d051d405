using Telemetry.Model.Alarms;
using Telemetry.Model.Samples;

namespace Telemetry.Analytics.Tests.Alarms;

/// <summary>What holds for every line: stale values raise and clear nothing, a restart raises nothing twice.</summary>
public sealed class BoardTests
{
    private const string School = "ecole";

    /// <summary>A town at 720 times our speed on a busy machine: four real seconds without a value are three quarters of an hour there. A warm-up that nobody saw go on is no fault.</summary>
    [Fact]
    public void Look_FastTown_WhatIsOnItsWayCountsForNoDelay()
    {
        var town = new BoilerTown { Slack = TimeSpan.FromHours(3) };
        town.Set("ecole", "flow.temperature.sp", 70);
        for (var flow = 30; flow < 40; flow++)
        {
            town.Set("ecole", "flow.temperature", flow);
            town.Pass(2);
        }

        for (var minute = 0; minute < 50; minute++)
        {
            town.LookLater(TimeSpan.FromMinutes(1));
        }

        Assert.Equal("", town.Standing);
        town.Set("ecole", "flow.temperature", 66);
        Assert.Equal("", town.Pass(5).Standing);

        // What is told to be cold, on and on, is an alarm at that speed too.
        town.Set("ecole", "flow.temperature", 40);
        Assert.Equal("A08", town.Pass(50).Standing);
    }

    [Fact]
    public void StaleValue_NeverRaises()
    {
        var town = new BoilerTown();
        town.Set(School, "room.temperature", 4);
        town.Pass(2);
        town.Mute(School, "room.temperature");

        Assert.Equal("", town.Pass(60).Standing);
    }

    [Fact]
    public void StaleValue_NeverClears()
    {
        var town = new BoilerTown();
        town.Set(School, "fault.state", 1);
        Assert.Equal("A02", town.Pass(2).Standing);

        town.Set(School, "fault.state", 0);
        town.Mute(School, "fault.state");
        Assert.Equal("A02", town.Pass(60).Standing);
    }

    [Fact]
    public void ValueNotSeenForAMoment_StartsTheDelayAgain()
    {
        var town = new BoilerTown();
        town.Set(School, "room.temperature", 4);
        town.Pass(4);
        town.Set(School, "room.temperature", 0, quality: Quality.NoAnswer);
        town.Pass(2);
        town.Set(School, "room.temperature", 4);

        Assert.Equal("", town.Pass(4.5).Standing);
        Assert.Equal("A09", town.Pass(2).Standing);
    }

    [Fact]
    public void Restart_WhatStood_IsNotRaisedAgain_AndClears()
    {
        var source = AlarmSource.Of(BoilerTown.Id(School));
        var town = new BoilerTown([(AlarmKind.BurnerFault, source, Severity.P2)]);
        town.Set(School, "fault.state", 1);
        Assert.Empty(town.Pass(10).Changes);

        town.Set(School, "fault.state", 0);
        town.Pass(3);
        Assert.Equal((AlarmKind.BurnerFault, source, false), (town.Changes[0].Kind, town.Changes[0].Source, town.Changes[0].Holds));
    }

    [Fact]
    public void Restart_BeforeAnythingWasHeard_ClearsNothing() =>
        Assert.Empty(new BoilerTown([(AlarmKind.GasDetected, AlarmSource.Of(BoilerTown.Id(School)), Severity.P1)]) { Connected = false }.Look(tell: false).Changes.Where(one => one.Kind != AlarmKind.GasDetected));
}
