using Telemetry.Gateway.Control.Boilers;

namespace Telemetry.Gateway.Tests.Control.Boilers;

public sealed class CascadeStateTests
{
    private const double Design = -9.5;
    private static readonly DateOnly Wednesday = new(2026, 1, 14);
    private static readonly DateTimeOffset Noon = new(2026, 1, 14, 11, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Next_TheLeadIsTheBoilerWithTheFewestHours_UntilMonday()
    {
        var state = Look(new CascadeState(), Wednesday, Hours(4120, 3812));
        Assert.Equal((1, new DateOnly(2026, 1, 12)), (state.Lead, state.Week));

        // Overtaken in the middle of the week: the lead turns on Monday only.
        state = Look(state, new(2026, 1, 18), Hours(4120, 4130));
        Assert.Equal(1, state.Lead);
        state = Look(state, new(2026, 1, 19), Hours(4120, 4130));
        Assert.Equal((0, new DateOnly(2026, 1, 19)), (state.Lead, state.Week));
    }

    [Fact]
    public void Next_HoursOfOneLack_NobodyIsAdvisedButTheWeeksLeadStands()
    {
        BoilerSight[] lacking = [new(true, 0.5, 4120), new(false, 0, null)];

        Assert.Null(Look(new CascadeState(), Wednesday, lacking).Lead);
        Assert.Equal(1, Look(Look(new CascadeState(), Wednesday, Hours(4120, 3812)), Wednesday, lacking).Lead);
        Assert.Null(Look(Look(new CascadeState(), Wednesday, Hours(4120, 3812)), new(2026, 1, 20), lacking).Lead);
    }

    /// <summary>BOPTEST's office plant adds the next boiler after half an hour at over nine tenths.</summary>
    [Fact]
    public void Next_LeadFullForHalfAnHour_TheNextIsWanted()
    {
        BoilerSight[] full = [new(true, 0.96, 10), new(false, 0, 20)];
        var state = new CascadeState();
        var wanted = new List<int?>();
        for (var minute = 0; minute <= 31; minute++)
        {
            state = Look(state, Wednesday, full, Noon.AddMinutes(minute));
            wanted.Add(state.Wanted);
        }

        Assert.Equal((1, Noon), (state.Running, state.FullSince));
        Assert.Equal([1, 2, 2], wanted[29..]);

        // A quarter less for a minute, and the half hour begins anew.
        state = Look(state, Wednesday, [new(true, 0.7, 10), new(false, 0, 20)], Noon.AddMinutes(32));
        Assert.Equal((1, null), (state.Wanted, state.FullSince));
        Assert.Equal(1, Look(state, Wednesday, full, Noon.AddMinutes(33)).Wanted);
    }

    [Theory]
    [InlineData(0.35, 5, 1)]
    [InlineData(0.45, 5, 2)]
    [InlineData(0.35, -7, 2)]
    [InlineData(0.35, double.NaN, 1)]
    public void Next_TwoRun_OneIsWantedWhenItCarriesTheLoadAndTheColdIsNotDeep(double load, double outdoor, int wanted)
    {
        var state = new CascadeState().Next([new(true, load, 10), new(true, load, 20)], Noon, Wednesday, outdoor, Design);

        Assert.Equal((2, wanted), (state.Running, state.Wanted));
    }

    [Fact]
    public void Next_ABoilerThatSaysNothing_LeavesTheCountUnknown()
    {
        var state = Look(new CascadeState(), Wednesday, [new(true, 0.5, 10), new(null, null, null)]);
        Assert.Equal((null, null), (state.Running, state.Wanted));

        // A flame without a power is counted, and says nothing of the load.
        state = Look(new CascadeState(), Wednesday, [new(true, null, 10), new(true, 0.1, 20)]);
        Assert.Equal((2, 2), (state.Running, state.Wanted));
        Assert.Equal((0, 1), (Look(state, Wednesday, [new(false, 0, 10), new(false, 0, 20)]).Running, Look(state, Wednesday, [new(false, 0, 10), new(false, 0, 20)]).Wanted));
    }

    private static BoilerSight[] Hours(params double[] hours) => [.. hours.Select(one => new BoilerSight(true, 0.5, one))];

    private static CascadeState Look(CascadeState state, DateOnly today, BoilerSight[] boilers, DateTimeOffset? now = null) => state.Next(boilers, now ?? Noon, today, 5, Design);
}
