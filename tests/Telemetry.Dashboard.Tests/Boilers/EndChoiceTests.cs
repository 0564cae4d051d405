using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Tests.Boilers;

/// <summary>The ends an order may be given: the programme's next change, durations, hours of the clock; never none.</summary>
public sealed class EndChoiceTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 13, 2, 0, TimeSpan.Zero);

    [Fact]
    public void Offered_WithAProgramme_BeginsWithItsNextChange()
    {
        var offered = EndChoice.Offered(Now, Now.AddHours(4.5).AddMinutes(-2), Paris, Language.French);

        Assert.Equal(
            ["jusqu'au prochain changement (18:30)", "pendant 1 heure", "pendant 2 heures", "jusqu'à 18:00", "jusqu'à 22:00", "jusqu'à demain 06:00"],
            offered.Select(end => Html.Text(end.Text)));
    }

    [Fact]
    public void Offered_TheNextChangeIsAnHourOfTheClock_IsSaidOnce() =>
        Assert.Single(EndChoice.Offered(Now, new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero), Paris, Language.French), end => end.At.Hour == 17);

    [Theory]
    [InlineData(10)]
    [InlineData(26 * 60)]
    public void Offered_TheNextChangeIsTooNearOrTooFar_IsNotOffered(int minutes) =>
        Assert.DoesNotContain(EndChoice.Offered(Now, Now.AddMinutes(minutes), Paris, Language.French), end => end.Text.Contains("changement", StringComparison.Ordinal));

    [Fact]
    public void Find_AnHourGoneBy_IsNoChoiceAnyMore()
    {
        var token = EndChoice.Offered(Now, null, Paris, Language.French)[2].Token;

        Assert.NotNull(EndChoice.Find(token, Now, null, Paris, Language.French));
        Assert.Null(EndChoice.Find(token, Now.AddHours(5), null, Paris, Language.French));
    }
}
