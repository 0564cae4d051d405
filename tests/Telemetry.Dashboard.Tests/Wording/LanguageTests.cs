using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Tests.Wording;

/// <summary>Numbers, units, dates and ages as people of each language write them.</summary>
public sealed class LanguageTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Fact]
    public void Measure_French_HasDecimalCommaThinGroupsAndHardSpace() =>
        Assert.Equal("2\u202F840,5\u00A0kWh", Language.French.Measure(2840.5, 1, "kWh"));

    [Fact]
    public void Measure_English_HasDecimalPointAndCommaGroups() =>
        Assert.Equal("\u22122,840.5\u00A0kWh", Language.English.Measure(-2840.5, 1, "kWh"));

    [Theory]
    [InlineData(0.999, "99\u00A0%", "99%")]
    [InlineData(1, "100\u00A0%", "100%")]
    public void Percent_NearlyWhole_IsNotCalledWhole(double share, string french, string english)
    {
        Assert.Equal(french, Language.French.Percent(share));
        Assert.Equal(english, Language.English.Percent(share));
    }

    [Theory]
    [InlineData(5, "il y a 5 s", "5 s ago")]
    [InlineData(720, "il y a 12 min", "12 min ago")]
    [InlineData(7200, "il y a 2 h", "2 h ago")]
    [InlineData(260_000, "il y a 3 j", "3 d ago")]
    [InlineData(-9, "il y a 0 s", "0 s ago")]
    public void Age_EachLength_IsShort(int seconds, string french, string english)
    {
        Assert.Equal(french, Html.Text(Language.French.Age(TimeSpan.FromSeconds(seconds))));
        Assert.Equal(english, Html.Text(Language.English.Age(TimeSpan.FromSeconds(seconds))));
    }

    [Theory]
    [InlineData("2026-12-01T00:30:00Z", "1er décembre 2026", "1 December 2026")]
    [InlineData("2026-10-24T22:30:00Z", "25 octobre 2026", "25 October 2026")]
    public void Day_NearMidnight_IsTheLocalDay(string instant, string french, string english)
    {
        var at = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(french, Html.Text(Language.French.Day(at, Zone)));
        Assert.Equal(english, Html.Text(Language.English.Day(at, Zone)));
    }

    [Theory]
    [InlineData("/", "/en")]
    [InlineData("/parc", "/en/parc")]
    public void Link_English_KeepsThePage(string path, string english) => Assert.Equal(english, Language.English.Link(path));
}
