using FirmwareSim.Physics;

namespace Telemetry.FirmwareSim.Tests.Physics;

public sealed class HeatingCurveTests
{
    // Worked vectors of the physical curve (Modelica Buildings, SupplyReturnTemperatureReset) for three designs at -9.5 °C.
    [Theory]
    [InlineData(80, 60, 19, 1.3, -9.5, 80.0, 60.0)]
    [InlineData(80, 60, 19, 1.3, 0, 63.0, 49.7)]
    [InlineData(80, 60, 19, 1.3, 10, 43.2, 36.9)]
    [InlineData(80, 60, 19, 1.3, 15, 31.7, 28.9)]
    [InlineData(70, 55, 19, 1.3, -5, 63.4, 50.8)]
    [InlineData(70, 55, 19, 1.3, 5, 47.9, 40.5)]
    [InlineData(40, 33, 22, 1.1, 0, 34.9, 30.0)]
    [InlineData(40, 33, 22, 1.1, 15, 26.5, 24.9)]
    [InlineData(70, 55, 16, 1.0, -5, 60.5, 48.1)]
    [InlineData(70, 55, 16, 1.0, 10, 28.7, 25.2)]
    public void Physical_PublishedVectors(double flow, double back, double room, double exponent, double outdoor, double expectedFlow, double expectedReturn)
    {
        var (actualFlow, actualReturn) = HeatingCurve.Physical(room, outdoor, new CurveDesign(flow, back, room, -9.5, exponent));

        Assert.Equal(expectedFlow, actualFlow, 0.06);
        Assert.Equal(expectedReturn, actualReturn, 0.06);
    }

    [Theory]
    [InlineData(-9.5, 80.0, 60.0)]
    [InlineData(0, 60.9, 48.4)]
    [InlineData(10, 38.1, 33.4)]
    [InlineData(15, 23.6, 22.8)]
    public void Physical_WithGains_PublishedVectors(double outdoor, double expectedFlow, double expectedReturn)
    {
        var (flow, back) = HeatingCurve.Physical(19, outdoor, new CurveDesign(80, 60, 19, -9.5, 1.3), gainsK: 3);

        Assert.Equal(expectedFlow, flow, 0.06);
        Assert.Equal(expectedReturn, back, 0.06);
    }

    [Fact]
    public void Bent_DesignSlope_IsThePhysicalCurve()
    {
        var design = CurveDesign.Of(BuildingSets.School);

        Assert.Equal(HeatingCurve.Physical(19, 3, design).Flow, HeatingCurve.Bent(19, 3, design, BuildingSets.School.DesignSlope, 0), 6);
    }

    [Fact]
    public void Bent_SteeperOrHigher_IsWarmer()
    {
        var design = CurveDesign.Of(BuildingSets.School);

        Assert.True(HeatingCurve.Bent(19, 3, design, 2.4, 0) > HeatingCurve.Bent(19, 3, design, 2.0, 0) + 3);
        Assert.Equal(HeatingCurve.Bent(19, 3, design, 2.0, 0) + 5, HeatingCurve.Bent(19, 3, design, 2.0, 5), 9);
    }
}
