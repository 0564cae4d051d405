using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Boilers.Cascades;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Tests.Boilers.Cascades;

public sealed class CascadeSentenceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(2, 1, 2, "Chaudière de tête conseillée : n° 2 (3 812 h contre 4 120 h).", "1 chaudière suffit, 2 tournent.")]
    [InlineData(1, 1, 1, "Chaudière de tête conseillée : n° 1 (4 120 h contre 3 812 h).", "1 chaudière suffit, 1 tourne : comme il faut.")]
    [InlineData(2, 2, 1, "Chaudière de tête conseillée : n° 2 (3 812 h contre 4 120 h).", "Il en faut 2, 1 tourne.")]
    [InlineData(2, 2, 2, "Chaudière de tête conseillée : n° 2 (3 812 h contre 4 120 h).", "Il en faut 2, 2 tournent : comme il faut.")]
    [InlineData(2, 1, 0, "Chaudière de tête conseillée : n° 2 (3 812 h contre 4 120 h).", "1 chaudière suffit, aucune ne tourne.")]
    [InlineData(null, null, null, "Chaudière de tête : pas de conseil, les heures d'une chaudière manquent.", "Nombre de chaudières en marche inconnu : l'une d'elles ne répond pas.")]
    public void Say_French(int? lead, int? wanted, int? running, string which, string count)
    {
        var advice = new CascadeAdvice(lead, wanted, running, [4120, 3812]);

        Assert.Equal(which, Html.Text(CascadeSentence.Lead(advice, Language.French)));
        Assert.Equal(count, Html.Text(CascadeSentence.Count(advice, Language.French)));
    }

    [Fact]
    public void Say_English_AndThreeBoilers()
    {
        var advice = new CascadeAdvice(2, 1, 2, [4120, 3812, 5000]);

        Assert.Equal("Advised lead boiler: no. 2 (3,812 h against 4,120 h and 5,000 h).", Html.Text(CascadeSentence.Lead(advice, Language.English)));
        Assert.Equal("1 boiler is enough, 2 run.", Html.Text(CascadeSentence.Count(advice, Language.English)));
        Assert.Equal("Advised lead boiler: no. 1 (12 h).", Html.Text(CascadeSentence.Lead(new CascadeAdvice(1, 1, 1, [12]), Language.English)));
        Assert.Equal("Lead boiler: no advice, the hours of a boiler are missing.", Html.Text(CascadeSentence.Lead(advice with { Hours = [4120, null, 5000] }, Language.English)));
    }

    [Fact]
    public void Of_PointsOfTheGateway_FreshOnesOnly()
    {
        var readings = new Dictionary<string, Reading?>(StringComparer.Ordinal)
        {
            ["cascade.lead"] = Told(2), ["cascade.wanted"] = Told(1), ["cascade.running"] = Told(2, hoursAgo: 3), ["cascade.hours.1"] = Told(4120), ["cascade.hours.2"] = null,
        };

        var advice = CascadeAdvice.Of(readings, Noon)!;

        Assert.Equal((2, 1, null), (advice.Lead, advice.Wanted, advice.Running));
        Assert.Equal([4120, null], advice.Hours);
        Assert.Null(CascadeAdvice.Of(new Dictionary<string, Reading?>(StringComparer.Ordinal) { ["cascade.hours.1"] = Told(4), ["cascade.lead"] = Told(9) }, Noon)!.Lead);
        Assert.Null(CascadeAdvice.Of(new Dictionary<string, Reading?>(StringComparer.Ordinal) { ["flow.temperature"] = Told(50) }, Noon));
    }

    private static Reading Told(double value, double hoursAgo = 0) =>
        new(new PointId(new EquipmentId("m", "g", "d"), "x"), value, Noon.AddHours(-hoursAgo), Quality.Good, "", TimeSpan.FromHours(1));
}
