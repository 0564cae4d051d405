using FirmwareSim.Physics;

namespace Telemetry.FirmwareSim.Tests.Physics;

public sealed class BurnerSequenceTests
{
    [Fact]
    public void Step_LeadFullForTenMinutes_TheSecondFollowsAndGoesWhenTheLeadIsEnough()
    {
        var boiler = new Boiler(BuildingSets.School, 60);
        var second = boiler.Burners[1];
        Live(boiler, 1, 70_000);
        Assert.Equal((true, 0L), (boiler.Burners[0].Starts > 0, second.Starts));

        // More than one boiler of 150 kW can give.
        var waited = 0.0;
        for (; !second.Lit && waited < 3600; waited += 5)
        {
            boiler.Step(5, 75, 55, 220_000, locked: false);
        }

        Assert.InRange(waited, 600, 1200);
        Live(boiler, 1, 220_000);
        Assert.True(second.Lit && boiler.Burners[0].Lit);
        Assert.InRange(boiler.WaterC, 68, 80);

        Live(boiler, 1, 70_000);
        Assert.False(second.Lit);
        var starts = second.Starts;
        Live(boiler, 6, 70_000);
        Assert.Equal(starts, second.Starts);
    }

    [Fact]
    public void Step_TwoBoilers_EachCountsItsOwnHoursAndTheyBurnTheirGas()
    {
        var boiler = new Boiler(BuildingSets.School, 60);
        var (fuel, lit) = (0.0, new double[2]);
        for (var i = 0; i < 12 * 720; i++)
        {
            boiler.Step(5, 75, 55, i < 6 * 720 ? 90_000 : 230_000, locked: false);
            fuel += boiler.FuelW;
            lit[0] += boiler.Burners[0].Lit ? 5 : 0;
            lit[1] += boiler.Burners[1].Lit ? 5 : 0;
            Assert.Equal(boiler.Burners.Sum(burner => burner.Firing) * 150_000 / 0.87, boiler.FuelW, 1e-6);
        }

        Assert.True(fuel > 0);
        Assert.Equal([Math.Round(lit[0] / 3600, 6), Math.Round(lit[1] / 3600, 6)], boiler.Burners.Select(burner => Math.Round(burner.Hours, 6)));
        Assert.InRange(boiler.Burners[1].Hours, 5, 6);
        Assert.True(boiler.Burners[0].Hours > boiler.Burners[1].Hours + 3);
    }

    [Fact]
    public void Remember_Recall_TheSequenceGoesOnWhereItWas()
    {
        var (one, other) = (new Boiler(BuildingSets.School, 60), new Boiler(BuildingSets.School, 20));
        Live(one, 1, 220_000);
        other.Recall(one.Remember());
        Live(one, 0.5, 220_000);
        Live(other, 0.5, 220_000);

        Assert.Equal(one.Remember(), other.Remember());
        Assert.True(other.Burners[1].Lit);
        other.Recall([1, 2, 3]);
        Assert.Equal(one.WaterC, other.WaterC);
    }

    private static void Live(Boiler boiler, double hours, double drawnW)
    {
        for (var i = 0; i < hours * 720; i++)
        {
            boiler.Step(5, 75, 55, drawnW, locked: false);
        }
    }
}
