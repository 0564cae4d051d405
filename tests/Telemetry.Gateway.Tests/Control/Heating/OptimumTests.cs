using Telemetry.Gateway.Control.Heating;

namespace Telemetry.Gateway.Tests.Control.Heating;

/// <summary>Start: (set point − 0.25 K − room) ÷ rate. Stop: t = τ · ln((T_in − T_e) / (T_min − T_e)).</summary>
public sealed class OptimumTests
{
    private static readonly TimeSpan SixHours = TimeSpan.FromHours(6);

    [Theory]
    [InlineData(15, 19, 1.6, 6, 140.625)]
    [InlineData(18.7, 19, 1.6, 6, 0)]
    [InlineData(18.5, 19, 1.6, 6, 9.375)]
    [InlineData(16, 19, 0.3, 6, 360)]
    [InlineData(16, 19, 0.3, 12, 550)]
    [InlineData(16, 19, 0, 3, 180)]
    public void Start_Lead(double room, double setpoint, double rate, double mostHours, double minutes) =>
        Assert.Equal(minutes, OptimumStart.Lead(room, setpoint, rate, TimeSpan.FromHours(mostHours)).TotalMinutes, 6);

    /// <summary>A floor that takes 1.5 h to be felt lets the room fall on: a room that is not 0.15 K away already needs it.</summary>
    [Theory]
    [InlineData(21.9, 0)]
    [InlineData(21.8, 90)]
    [InlineData(21.45, 150)]
    public void Start_WithADeadTime_BeginsBeforeTheRoomIsCold(double room, double minutes) =>
        Assert.Equal(minutes, OptimumStart.Lead(room, 22, 0.3, TimeSpan.FromHours(12), deadHours: 1.5).TotalMinutes, 6);

    [Theory]
    [InlineData(0.09, false)]
    [InlineData(0.1, true)]
    [InlineData(6, true)]
    [InlineData(6.1, false)]
    [InlineData(double.NaN, false)]
    public void Start_IsCredible(double rate, bool credible) => Assert.Equal(credible, OptimumStart.IsCredible(rate));

    [Fact]
    public void Start_Rate_MeanOfTheLastThreeOrTheGuess()
    {
        Assert.Equal(2, OptimumStart.Rate([1, 2, 3, 100], 3, 1));
        Assert.Equal(1, OptimumStart.Rate([], 3, 1));
    }

    [Theory]
    // T_in 19, may fall to 18.5; outdoor 0: 16, 32, 80 min; outdoor 8: 28, 56, 140 min.
    [InlineData(0, 10, 16)]
    [InlineData(0, 20, 32)]
    [InlineData(0, 50, 80)]
    [InlineData(8, 10, 28)]
    [InlineData(8, 20, 56)]
    [InlineData(8, 50, 140)]
    public void Stop_Lead(double outdoor, double timeConstantHours, double minutes) =>
        Assert.Equal(minutes, OptimumStop.Lead(19, 19, outdoor, TimeSpan.FromHours(timeConstantHours), SixHours).TotalMinutes, 0.6);

    [Fact]
    public void Stop_CappedColdRoomAndWarmDay()
    {
        Assert.Equal(TimeSpan.FromHours(1), OptimumStop.Lead(19, 19, 8, TimeSpan.FromHours(50), TimeSpan.FromHours(1)));
        Assert.Equal(TimeSpan.Zero, OptimumStop.Lead(18.4, 19, 0, TimeSpan.FromHours(20), SixHours));
        Assert.Equal(SixHours, OptimumStop.Lead(19, 19, 18.5, TimeSpan.FromHours(20), SixHours));
    }

    [Theory]
    [InlineData(0, 16)]
    [InlineData(-5, 16)]
    [InlineData(-10, 17.5)]
    [InlineData(-15, 19)]
    [InlineData(-30, 19)]
    public void Setback_RisesInDeepCold(double outdoor, double reduced) => Assert.Equal(reduced, Setback.Reduced(16, 19, outdoor, -5, -15));
}
