using Telemetry.Gateway.Commissioning.Simulation;
using Telemetry.Gateway.Configuration;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Tests.Commissioning;

/// <summary>Made-up values of the demonstration's own sites: believable, marked, and never a counter that falls.</summary>
public sealed class SyntheticFieldTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 28, 22, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Sites => ["ecole", "gymnase", "mairie", "creche"];

    [Theory]
    [MemberData(nameof(Sites))]
    public void Turn_TwoDays_InBandAndMarked(string name)
    {
        var site = Load(name);
        var points = site.Devices.SelectMany(device => device.Points).ToDictionary(point => point.Point.Id);

        var samples = Instants().SelectMany(at => site.Devices.SelectMany(device => SyntheticField.Turn(device, at))).ToList();

        Assert.Equal(points.Count * Instants().Count(), samples.Count);
        Assert.All(samples, sample =>
        {
            Assert.Equal(Quality.Suspect, sample.Quality);
            Assert.True(double.IsFinite(sample.Value), sample.Point.ToString());
            Assert.True(points[sample.Point].Band is not { } band || (sample.Value >= band.Min && sample.Value <= band.Max), sample.ToString());
        });
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public void Turn_TwoDays_CountersOnlyGrow(string name)
    {
        var site = Load(name);
        var counters = site.Devices.SelectMany(device => device.Points.Where(point => point.Point.Accumulation == Accumulation.Counter)).ToList();

        Assert.NotEmpty(counters);
        foreach (var counter in counters.Where(counter => counter.Band is not { Max: < 1e6 }))
        {
            var values = Instants().Select(at => SyntheticValue.Of(counter, at)).ToList();
            Assert.All(values.Zip(values.Skip(1)), pair => Assert.True(pair.Second > pair.First, counter.Point.Id.ToString()));
        }
    }

    private static IEnumerable<DateTimeOffset> Instants() => Enumerable.Range(0, 48 * 4).Select(quarter => Start.AddMinutes(15 * quarter));

    private static SiteConfiguration Load(string name)
    {
        var loaded = Installation.Load(Repository.Site(name), Repository.Devices, _ => null);
        Assert.Empty(loaded.Problems);
        return loaded.Value!;
    }
}
