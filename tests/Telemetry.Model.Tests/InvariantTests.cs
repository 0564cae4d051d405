using Telemetry.Model.Energy;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Model.Tests;

/// <summary>What constructors refuse and ids give back.</summary>
public sealed class InvariantTests
{
    [Theory]
    [InlineData(20, 10, 1)]
    [InlineData(double.NaN, 10, 1)]
    [InlineData(10, double.NaN, 1)]
    [InlineData(10, 20, 0)]
    [InlineData(10, 20, -1)]
    [InlineData(10, 20, double.NaN)]
    public void Bounds_Impossible_AreRefused(double min, double max, double step) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Bounds(min, max, step));

    [Theory]
    [InlineData(10, true)]
    [InlineData(20, true)]
    [InlineData(9.99, false)]
    [InlineData(20.01, false)]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    public void Contains_BothEnds(double value, bool inside) => Assert.Equal(inside, new Bounds(10, 20, 0.5).Contains(value));

    [Fact]
    public void PointId_Text_IsReadBack()
    {
        var point = new PointId(new EquipmentId("valmont-sur-orne", "gw-ecole", "chaufferie"), "flow.temperature");

        Assert.Equal("valmont-sur-orne/gw-ecole/chaufferie/flow.temperature", point.ToString());
        Assert.True(PointId.TryParse(point.ToString(), out var back));
        Assert.Equal(point, back);
    }

    [Fact]
    public void PointId_NameOfAForeignNode_KeepsItsSlashes()
    {
        Assert.True(PointId.TryParse("a/b/c/Inputs/T1", out var point));

        Assert.Equal("Inputs/T1", point.Name);
        Assert.Equal("a/b/c/Inputs/T1", point.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a/b/c")]
    [InlineData("a/b/c/")]
    [InlineData("a//c/d")]
    public void TryParse_NotFourWords_IsFalse(string? text) => Assert.False(PointId.TryParse(text, out _));

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    public void FloorArea_NotAboveZero_IsRefused(double area) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new Building { Id = "a", Municipality = "v", Name = "A", Use = BuildingUse.School, FloorAreaM2 = area });

    [Theory]
    [InlineData(-0.001)]
    [InlineData(double.NaN)]
    public void EmissionFactor_NegativeOrNoNumber_IsRefused(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => new EmissionFactor
    {
        Id = "x", Carrier = Carrier.Electricity, Value = value, Unit = "kgCO2e/kWh", Perimeter = "total", Year = 2025, Source = "s",
    });

    [Fact]
    public void Missing_HasNoValueAndItsReason()
    {
        var sample = Sample.Missing(default, DateTimeOffset.UnixEpoch, Quality.Stale);

        Assert.True(double.IsNaN(sample.Value));
        Assert.Equal(Quality.Stale, sample.Quality);
    }
}
