using Telemetry.Model.Settings;

namespace Telemetry.Model.Tests.Settings;

/// <summary>The test vectors of heating.md §3, the design point, δ = 0 and 3 K; and the two worked figures of slope and shift.</summary>
public sealed class HeatingCurveTests
{
    [Theory]
    // Radiators 80/60, 19 °C
    [InlineData(Emitter.Radiators, 80, 60, 19, 0, -9.5, 80.0, 60.0)]
    [InlineData(Emitter.Radiators, 80, 60, 19, 0, -5, 72.1, 55.3)]
    [InlineData(Emitter.Radiators, 80, 60, 19, 0, 0, 63.0, 49.7)]
    [InlineData(Emitter.Radiators, 80, 60, 19, 0, 5, 53.4, 43.6)]
    [InlineData(Emitter.Radiators, 80, 60, 19, 0, 10, 43.2, 36.9)]
    [InlineData(Emitter.Radiators, 80, 60, 19, 0, 15, 31.7, 28.9)]
    // Radiators 70/55
    [InlineData(Emitter.Radiators, 70, 55, 19, 0, 0, 55.8, 45.8)]
    [InlineData(Emitter.Radiators, 70, 55, 19, 0, 15, 29.7, 27.6)]
    // Underfloor 40/33, 22 °C
    [InlineData(Emitter.Underfloor, 40, 33, 22, 0, -9.5, 40.0, 33.0)]
    [InlineData(Emitter.Underfloor, 40, 33, 22, 0, 5, 32.2, 28.4)]
    [InlineData(Emitter.Underfloor, 40, 33, 22, 0, 15, 26.5, 24.9)]
    // Unit heaters 70/55, 16 °C
    [InlineData(Emitter.UnitHeaters, 70, 55, 16, 0, 0, 49.9, 40.5)]
    [InlineData(Emitter.UnitHeaters, 70, 55, 16, 0, 15, 18.1, 17.5)]
    // With 3 K of gains
    [InlineData(Emitter.Radiators, 80, 60, 19, 3, -9.5, 80.0, 60.0)]
    [InlineData(Emitter.Radiators, 80, 60, 19, 3, 0, 60.9, 48.4)]
    [InlineData(Emitter.Radiators, 80, 60, 19, 3, 10, 38.1, 33.4)]
    [InlineData(Emitter.Radiators, 80, 60, 19, 3, 15, 23.6, 22.8)]
    public void Physical_PublishedVectors(Emitter emitter, double flow, double back, double room, double gains, double outdoor, double flowExpected, double returnExpected)
    {
        var curve = CurveSettings.For(emitter) with { DesignFlow = flow, DesignReturn = back, DesignOutdoor = -9.5, GainOffset = gains };

        var (supply, returned) = HeatingCurve.Physical(curve, HeatingCurve.Exponent(emitter), room, room, outdoor);

        Assert.Equal(flowExpected, supply, 0.06);
        Assert.Equal(returnExpected, returned, 0.06);
    }

    [Fact]
    public void SlopeFor_80At_9_5_Is2_14() => Assert.Equal(2.14, HeatingCurve.SlopeFor(80, 19, -9.5), 2);

    /// <summary>Line B through the same cold point is cooler than A in mild weather: 38.3 against 43.2 °C at 10 °C.</summary>
    [Fact]
    public void SlopeAndShift_80At_9_5_Mild() => Assert.Equal(38.3, HeatingCurve.SlopeAndShift(CurveSettings.For(Emitter.Radiators) with { Slope = 61 / 28.5 }, 19, 10), 1);

    [Theory]
    [InlineData(-30, 80)]
    [InlineData(30, 20)]
    public void SlopeAndShift_BeyondBounds_Clamped(double outdoor, double flow) =>
        Assert.Equal(flow, HeatingCurve.SlopeAndShift(CurveSettings.For(Emitter.Radiators) with { Slope = 3 }, 19, outdoor));

    [Theory]
    [InlineData(4, 18, 4)]
    [InlineData(4, 12, 15)]
    [InlineData(4, 26, -15)]
    public void RoomInfluence_Clamped(double influence, double room, double kelvin) => Assert.Equal(kelvin, HeatingCurve.RoomInfluence(influence, 19, room));

    [Fact]
    public void RoomInfluence_NoSensor_Nothing() => Assert.Equal(0, HeatingCurve.RoomInfluence(4, 19, null));
}
