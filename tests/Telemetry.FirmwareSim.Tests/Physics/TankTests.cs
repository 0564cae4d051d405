using FirmwareSim.Physics;

namespace Telemetry.FirmwareSim.Tests.Physics;

public sealed class TankTests
{
    [Fact]
    public void Step_LeftAlone_LosesWhatTheTableSays()
    {
        // 3CL: a tank of 500 L loses 236 W when it is 40 K above its room.
        var tank = new Tank(500, 61) { BottomC = 55 };

        var (lost, _) = tank.Step(1, 0, 0, 12, 0);

        Assert.Equal(236, lost, 2.0);
    }

    [Fact]
    public void Step_DrawChargeAndLoss_Balance()
    {
        var tank = new Tank(500, 58);
        var before = tank.MeanC;
        var net = 0.0;
        for (var i = 0; i < 3600; i++)
        {
            var charge = i > 1000 ? tank.ChargeW(75) : 0;
            var (lost, drawn) = tank.Step(5, charge, i % 400 < 40 ? 0.1 : 0, 12, 60);
            net += 5 * (charge - lost - drawn);
        }

        Assert.Equal(net, tank.Capacity * (tank.MeanC - before), 1.0);
        Assert.True(tank.TopC >= tank.BottomC);
    }
}
