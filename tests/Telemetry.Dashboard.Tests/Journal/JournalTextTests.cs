using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Tests.Journal;

/// <summary>What lines store, in the reader's words.</summary>
public sealed class JournalTextTests
{
    [Theory]
    [InlineData("Frost → 2026-11-22T15:02:00Z", "Hors-gel → 22 novembre 2026 16:02", "Frost protection → 22 November 2026 16:02")]
    [InlineData("21.5 °C → 2026-11-22T15:02:00Z", "21,5 °C → 22 novembre 2026 16:02", "21.5 °C → 22 November 2026 16:02")]
    [InlineData("Standby", "Arrêt", "Off")]
    [InlineData("safety", "mise en sécurité", "in safety")]
    [InlineData("nobody → nothing", "nobody → nothing", "nobody → nothing")]
    public void Value_Stored_IsReadInBothLanguages(string stored, string french, string english)
    {
        var paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        string Say(Language language) => JournalText.Value(stored, paris, language).Replace(Language.Hard, " ", StringComparison.Ordinal);

        Assert.Equal((french, english), (Say(Language.French), Say(Language.English)));
    }
}
