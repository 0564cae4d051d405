namespace Telemetry.Dashboard.Tests.Browser;

/// <summary>The official vectors of cnumr/ecoindex_js.</summary>
public sealed class EcoIndexTests
{
    [Theory]
    [InlineData(100, 100, 100, 72)]
    [InlineData(100, 100, 1000, 67)]
    [InlineData(100, 100, 10000, 58)]
    [InlineData(200, 200, 10000, 46)]
    [InlineData(2355, 267, 2493, 10)]
    [InlineData(240, 20, 331, 83)]
    public void Of_TheOfficialVectors(double elements, double requests, double kilobytes, double score) =>
        Assert.Equal(score, Math.Round(EcoIndex.Of(elements, requests, kilobytes)));
}
